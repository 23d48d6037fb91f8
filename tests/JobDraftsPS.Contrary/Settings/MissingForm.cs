namespace JobDraftsPS.Contrary.Settings;

/// <summary>Where a draft names what it lacks: the pages disagree.</summary>
internal enum MissingForm
{
    TopLevel,
    InnerStrings,
    InnerObjects,
    CountOnly,
}
