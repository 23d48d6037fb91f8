namespace JobDraftsPS.Contrary.Settings;

/// <summary>How a member without a value is told.</summary>
internal enum AbsentForm
{
    Null,
    LeftOut,
}
