using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Errors;

/// <summary>
/// Reads which fields a refusal names, in whichever of the usual forms: a list of issues with a path, zod's <c>flatten()</c> and
/// <c>format()</c>, a table from name to text, a text alone. What names no field goes by <see cref="Whole"/>.
/// </summary>
internal static class FieldProblems
{
    /// <summary>The name of what is wrong with the body as a whole.</summary>
    public const string Whole = "body";

    private const int Deepest = 8;

    /// <summary>More fields than any job has: an answer that names more is no list of fields.</summary>
    private const int Most = 1000;

    /// <summary>Members that hold problems and are no field's name.</summary>
    private static readonly string[] Holders = ["issues", "errors", "zodIssues", "fieldErrors", "formErrors", "fields", "violations", "_errors"];

    private static readonly string[] Names = ["field", "name", "param", "property", "pointer"];

    private static readonly string[] Words = ["message", "error", "detail", "reason", "code"];

    /// <summary>By field, what is wrong with it; empty where nothing of these forms is there.</summary>
    /// <param name="holder">The member of the answer that tells of problems.</param>
    /// <param name="isTable">True where each member of an object is a field's name; else only the members that hold problems are looked into.</param>
    public static Dictionary<string, string> Read(JsonElement holder, bool isTable = false)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        switch (holder.ValueKind)
        {
            case JsonValueKind.Array:
                TakeList(holder, null, found, 0);
                break;
            case JsonValueKind.Object when isTable || IsTree(holder):
                TakeTable(holder, null, found, 0);
                break;
            case JsonValueKind.Object:
                foreach (var member in holder.EnumerateObject().Where(member => Holders.Contains(member.Name)))
                {
                    Take(member.Value, null, found, 0);
                }

                break;
            case JsonValueKind.String when isTable:
                Add(found, null, holder.GetString()!);
                break;
        }

        return found;
    }

    /// <summary>A tree of <c>format()</c> has its own mark at each level.</summary>
    private static bool IsTree(JsonElement holder) => holder.TryGetProperty("_errors", out _);

    private static void Take(JsonElement value, string? name, Dictionary<string, string> found, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Add(found, name, value.GetString()!);
                break;
            case JsonValueKind.Array:
                TakeList(value, name, found, depth);
                break;
            case JsonValueKind.Object when depth < Deepest:
                if (IsIssue(value))
                {
                    TakeIssue(value, name, found);
                }
                else if (name is null || value.EnumerateObject().Any(member => Holders.Contains(member.Name)))
                {
                    TakeTable(value, name, found, depth + 1);
                }
                else
                {
                    Add(found, name, value.GetRawText());
                }

                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                Add(found, name, value.GetRawText());
                break;
        }
    }

    private static void TakeList(JsonElement list, string? name, Dictionary<string, string> found, int depth)
    {
        foreach (var element in list.EnumerateArray())
        {
            Take(element, name, found, depth);
        }
    }

    private static void TakeTable(JsonElement table, string? name, Dictionary<string, string> found, int depth)
    {
        foreach (var member in table.EnumerateObject())
        {
            var inner = Holders.Contains(member.Name) ? name : name is null ? member.Name : $"{name}.{member.Name}";
            Take(member.Value, inner, found, depth);
        }
    }

    private static bool IsIssue(JsonElement value) => Array.Exists(Words, word => value.TryGetProperty(word, out var text) && text.ValueKind == JsonValueKind.String);

    private static void TakeIssue(JsonElement element, string? name, Dictionary<string, string> found)
    {
        var issue = new RecordReader(element);
        var message = Words.Select(issue.Text).First(text => text is not null)!;
        var options = issue.Texts("options");
        if (options.Length > 0)
        {
            message += $" Allowed: {string.Join(", ", options)}.";
        }

        var path = issue.Text("path") ?? string.Join(".", issue.Texts("path"));
        if (path.Length == 0)
        {
            path = Names.Select(issue.Text).FirstOrDefault(text => text is { Length: > 0 }) ?? string.Empty;
        }

        foreach (var field in path.Length > 0 ? [path] : issue.Texts("keys") is { Length: > 0 } keys ? keys : [name ?? Whole])
        {
            Add(found, field, message);
        }
    }

    private static void Add(Dictionary<string, string> found, string? name, string message)
    {
        var field = name ?? Whole;
        if (found.Count >= Most && !found.ContainsKey(field))
        {
            return;
        }

        found[field] = !found.TryGetValue(field, out var before) ? message
            : before.EndsWith(message, StringComparison.Ordinal) ? before
            : $"{before.TrimEnd('.')}. {message}";
    }
}
