namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>What becomes of a create.</summary>
internal enum CreateFate
{
    Answered,
    DoneAndReplyLost,
    NeverDone,
}
