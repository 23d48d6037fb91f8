using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Sheets;

/// <summary>The names of columns as a sheet's first row has them.</summary>
internal static class SheetHeader
{
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal) { "service", "projectid", "jobid", "id", "operation", "field" };

    /// <summary>The names, without what stands around them.</summary>
    /// <exception cref="InvalidDataException">Two are the same.</exception>
    public static string[] Of(IEnumerable<string> cells)
    {
        var header = cells.Select(name => name.Trim()).ToArray();
        return header.Where(name => name.Length > 0).GroupBy(FieldSet.Key, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } doubled
            ? throw new InvalidDataException($"two columns have the same name: {string.Join(" and ", doubled.Select(name => $"'{name}'"))}")
            : header;
    }

    /// <summary>True for names among which one says which job a row means.</summary>
    public static bool Tells(IEnumerable<string> names) => names.Any(name => Telling.Contains(FieldSet.Key(name)));
}
