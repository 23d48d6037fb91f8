namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>The nine operations of the service.</summary>
internal enum SorceOperation
{
    Create,
    List,
    Read,
    Edit,
    Publish,
    Pause,
    Resume,
    Close,
    SearchLocations,
}
