namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>What a step does.</summary>
internal enum FuzzDeed
{
    /// <summary>Puts a token in.</summary>
    Insert,

    /// <summary>Puts a token in the place of some bytes.</summary>
    Replace,

    /// <summary>Takes bytes out.</summary>
    Remove,

    /// <summary>Repeats bytes.</summary>
    Repeat,

    /// <summary>Changes one byte.</summary>
    Flip,

    /// <summary>Ends the text.</summary>
    CutOff,
}
