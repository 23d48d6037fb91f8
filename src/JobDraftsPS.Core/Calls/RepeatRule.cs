namespace JobDraftsPS.Core.Calls;

/// <summary>What may be done after a request left and no usable reply came back.</summary>
internal enum RepeatRule
{
    /// <summary>Sending again gives the same result.</summary>
    SameResult,

    /// <summary>The present state is read first, and compared with what was wanted.</summary>
    LookFirst,

    /// <summary>Nobody can know: never repeated by itself.</summary>
    Never,
}
