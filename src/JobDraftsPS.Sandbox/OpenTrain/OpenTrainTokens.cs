namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>The tokens that the sandbox's OpenTrain knows; they open nothing real.</summary>
public static class OpenTrainTokens
{
    /// <summary>The main account, with every scope that the job calls need.</summary>
    public const string Full = "ot_pat_sandbox_mainAllJobCalls";

    /// <summary>The main account, <c>jobs:read</c> only.</summary>
    public const string ReadOnly = "ot_pat_sandbox_readOnlyJobDrafts";

    /// <summary>The main account, without <c>jobs:read</c> and <c>jobs:write</c>.</summary>
    public const string NoJobScope = "ot_pat_sandbox_noJobScopeAtAll";

    /// <summary>Once the main account's, revoked: every call answers 401.</summary>
    public const string Revoked = "ot_pat_sandbox_revokedLongAgo";

    /// <summary>An account whose drafting feature is off.</summary>
    public const string DraftingOff = "ot_pat_sandbox_draftingIsOff";

    /// <summary>An account whose publishing feature is off.</summary>
    public const string PublishingOff = "ot_pat_sandbox_publishingIsOff";

    /// <summary>Another company's account, which owns <c>ot-foreign-01</c>.</summary>
    public const string OtherAccount = "ot_pat_sandbox_otherCompany";

    /// <summary>An account that nobody has claimed: three publishes a day.</summary>
    public const string Unclaimed = "ot_pat_sandbox_unclaimedAgent";
}
