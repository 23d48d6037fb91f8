namespace JobDraftsPS.Contrary.Settings;

/// <summary>How the Sorce list says that there is more than it shows.</summary>
internal enum ListMark
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a cursor that can be followed.</summary>
    NextCursor,

    /// <summary>By hasMore; nothing can be followed.</summary>
    HasMore,

    /// <summary>By a total; nothing can be followed.</summary>
    Total,
}
