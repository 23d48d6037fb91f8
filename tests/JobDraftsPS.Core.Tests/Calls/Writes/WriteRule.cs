namespace JobDraftsPS.Core.Tests.Calls.Writes;

/// <summary>What the rules for lost replies say of a write.</summary>
internal enum WriteRule
{
    /// <summary>Sent again.</summary>
    SameResult,

    /// <summary>The state is read first.</summary>
    LookFirst,

    /// <summary>Left to a person.</summary>
    Never,
}
