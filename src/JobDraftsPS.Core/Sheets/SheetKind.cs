namespace JobDraftsPS.Core.Sheets;

/// <summary>The forms of a sheet.</summary>
internal enum SheetKind
{
    /// <summary>Cells between separators, a header first.</summary>
    Csv,

    /// <summary>An array of objects, or one object after another.</summary>
    Json,

    /// <summary>A sequence of mappings.</summary>
    Yaml,
}
