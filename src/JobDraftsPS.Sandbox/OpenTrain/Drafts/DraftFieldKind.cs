namespace JobDraftsPS.Sandbox.OpenTrain.Drafts;

/// <summary>The types that draft fields have.</summary>
internal enum DraftFieldKind
{
    Text,
    Enum,

    /// <summary>USD, not negative.</summary>
    Money,

    Number,

    /// <summary>A whole number of at least one.</summary>
    Count,

    TextList,

    /// <summary>One text or a list of them; the pages do not say which.</summary>
    TextOrList,
}
