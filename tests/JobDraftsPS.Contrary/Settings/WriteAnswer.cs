namespace JobDraftsPS.Contrary.Settings;

/// <summary>What a write that was done answers.</summary>
internal enum WriteAnswer
{
    Whole,

    /// <summary>204 without a body.</summary>
    NoContent,

    /// <summary>200 without a body.</summary>
    Nothing,
    EmptyObject,

    /// <summary>{"ok":true}</summary>
    Ok,

    /// <summary>The whole job inside data.</summary>
    InData,

    /// <summary>The job as it was before.</summary>
    OldValues,

    /// <summary>The whole job under the id of no job.</summary>
    AnotherId,
}
