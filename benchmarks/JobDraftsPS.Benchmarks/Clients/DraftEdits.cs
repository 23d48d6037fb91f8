using System.Globalization;
using System.Management.Automation;

namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>The same edits for every client: as rows of a sheet, and as the request that each of them means.</summary>
internal static class DraftEdits
{
    public static string Id(int number) => "draft-" + number.ToString("D6", CultureInfo.InvariantCulture);

    public static string Json(int number) => string.Create(CultureInfo.InvariantCulture, $$"""{"jobTitle":"Street signs, part {{number}}","pricePerHour":21.5,"experienceLevel":"EXPERT"}""");

    /// <summary>A row as Import-Csv makes it, with room for its columns from the start: the engine knows every other object by a table that each collection of the memory goes through.</summary>
    public static PSObject Row(int number)
    {
        var row = new PSObject(4);
        row.Properties.Add(new PSNoteProperty("jobId", Id(number)));
        row.Properties.Add(new PSNoteProperty("jobTitle", string.Create(CultureInfo.InvariantCulture, $"Street signs, part {number}")));
        row.Properties.Add(new PSNoteProperty("pricePerHour", "21.5"));
        row.Properties.Add(new PSNoteProperty("experienceLevel", "EXPERT"));
        return row;
    }

    /// <summary>Rows as a sheet gives them: made one by one as they are asked for, and gone afterwards.</summary>
    public static IEnumerable<PSObject> Rows(int count) => Enumerable.Range(1, count).Select(Row);
}
