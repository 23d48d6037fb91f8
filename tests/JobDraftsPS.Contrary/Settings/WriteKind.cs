namespace JobDraftsPS.Contrary.Settings;

/// <summary>What a write does.</summary>
internal enum WriteKind
{
    Create,
    Edit,
    Publish,
    Pause,
    Resume,
    Close,
    Upload,
    Delete,
}
