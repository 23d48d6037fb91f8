using System.Globalization;
using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Sheets;

/// <summary>
/// The values that jobs had when a sheet was made of them, so that what a person changed can be told from what the service changed.
/// One line about the sheet, then a line a job; in a workbook the lines stand in a hidden page.
/// </summary>
public sealed class SheetBaseline
{
    /// <summary>The version of the format that this module writes and reads.</summary>
    public const int Version = 1;

    internal const string PageName = "Baseline";
    private const string Type = "JobDraftsPS.baseline";

    /// <summary>A part of a line that one cell holds.</summary>
    private const int Chunk = 30000;
    private readonly Dictionary<string, IReadOnlyDictionary<string, object?>> jobs = new(StringComparer.Ordinal);

    /// <summary>When the values were read.</summary>
    public DateTimeOffset ExportedAt { get; init; }

    /// <summary>The accounts that the jobs are of: by service, a hash of the credential at its host. Empty where no connection was there to ask.</summary>
    public IReadOnlyDictionary<string, string> Accounts { get; init; } = new Dictionary<string, string>(0);

    /// <summary>How many jobs there are.</summary>
    public int Count => jobs.Count;

    /// <summary>Enters a job's values by the service's field names; a field that is not known is left out.</summary>
    /// <param name="key">The job among all.</param>
    /// <param name="values">Its values.</param>
    public void Add(string key, IReadOnlyDictionary<string, object?> values) => jobs[key] = values;

    /// <summary>The values of a job; null where the baseline has none of it.</summary>
    public IReadOnlyDictionary<string, object?>? Find(string key) => jobs.TryGetValue(key, out var values) ? values : null;

    /// <summary>Writes a baseline beside a sheet that cannot hold it.</summary>
    /// <exception cref="JobDraftsApiException">It cannot be written, or is there already.</exception>
    public static void WriteFile(string path, SheetBaseline baseline, bool replace) => SheetFiles.Write(path, replace, file =>
    {
        using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        foreach (var line in baseline.Lines())
        {
            writer.WriteLine(line);
        }
    });

    /// <summary>Reads a baseline that lies beside its sheet.</summary>
    /// <exception cref="JobDraftsApiException">It cannot be read.</exception>
    public static SheetBaseline ReadFile(string path)
    {
        try
        {
            return Read(File.ReadLines(path));
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            throw LocalErrors.Sheet(path, error.Message);
        }
    }

    internal SheetPage ToPage() => new(PageName, [new SheetColumn("Values at the time of the export. New-JobDraftPlan compares with them; do not change or delete this page.")], Rows()) { IsHidden = true };

    internal IEnumerable<string> Lines()
    {
        yield return PlainJson.Write(
        [
            new("type", Type),
            new("version", (long)Version),
            new("exportedAt", ExportedAt.ToString("o", CultureInfo.InvariantCulture)),
            new("accounts", Accounts.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal)),
        ]);
        foreach (var job in jobs)
        {
            yield return PlainJson.Write([new("job", job.Key), new("values", job.Value)]);
        }
    }

    internal static SheetBaseline Read(IEnumerable<string> lines)
    {
        SheetBaseline? baseline = null;
        var number = 0;
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            number++;
            if (JsonText.TryParse(Encoding.UTF8.GetBytes(line)) is not { ValueKind: JsonValueKind.Object } read)
            {
                throw new InvalidDataException($"line {number} of its baseline is damaged");
            }

            if (baseline is null)
            {
                baseline = ReadHead(read);
            }
            else if (read.TryGetProperty("job", out var job) && job.ValueKind == JsonValueKind.String && read.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Object)
            {
                baseline.Add(job.GetString()!, PlainJson.ReadObject(values));
            }
            else
            {
                throw new InvalidDataException($"line {number} of its baseline is damaged");
            }
        }

        return baseline ?? throw new InvalidDataException("its baseline is empty");
    }

    private static SheetBaseline ReadHead(JsonElement head)
    {
        if (!head.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != Type || !head.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number)
        {
            throw new InvalidDataException("it is no baseline that Export-JobDraftSheet wrote");
        }

        if (!version.TryGetInt32(out var number) || number != Version)
        {
            throw new InvalidDataException($"its baseline has version {version.GetRawText()}, and this module reads version {Version}");
        }

        return new SheetBaseline
        {
            ExportedAt = head.TryGetProperty("exportedAt", out var at) && at.ValueKind == JsonValueKind.String && at.TryGetDateTimeOffset(out var moment) ? moment : default,
            Accounts = head.TryGetProperty("accounts", out var accounts) && accounts.ValueKind == JsonValueKind.Object
                ? accounts.EnumerateObject().Where(account => account.Value.ValueKind == JsonValueKind.String).GroupBy(account => account.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Value.GetString()!, StringComparer.Ordinal)
                : new Dictionary<string, string>(0),
        };
    }

    private IEnumerable<IReadOnlyList<object?>> Rows() => Lines().Select(Cells);

    private static object?[] Cells(string line)
    {
        var cells = new List<object?>(1);
        for (var at = 0; at < line.Length;)
        {
            var length = Math.Min(Chunk, line.Length - at);
            length -= at + length < line.Length && char.IsHighSurrogate(line[at + length - 1]) ? 1 : 0;
            cells.Add(line.Substring(at, length));
            at += length;
        }

        return [.. cells];
    }
}
