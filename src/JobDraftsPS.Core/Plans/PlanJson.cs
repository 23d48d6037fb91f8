using System.Text.Json;
using JobDraftsPS.Core.Json;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.Plans;

/// <summary>A plan as JSON. A present value that nobody knows is left out; one that is known to be empty is null.</summary>
internal static class PlanJson
{
    /// <summary>Writes a plan with its checksum.</summary>
    public static void Write(Stream file, JobDraftPlan plan)
    {
        using var checksum = new PlanChecksum();
        using var writer = new Utf8JsonWriter(new ChecksumStream(file, checksum), new JsonWriterOptions { Indented = true, Encoder = JsonText.WriterOptions.Encoder });
        Write(writer, plan);
        writer.Flush();
        writer.WriteString(PlanChecksum.Member, checksum.Take());
        writer.WriteEndObject();
    }

    /// <summary>The checksum that a plan bears.</summary>
    public static string Check(JsonElement root) => Need(root, PlanChecksum.Member);

    private static void Write(Utf8JsonWriter writer, JobDraftPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("type", PlanFile.Type);
        writer.WriteNumber("version", PlanFile.Version);
        writer.WriteString("hash", plan.Hash);
        writer.WriteString("createdAt", plan.CreatedAt);
        if (plan.PublishShare is { } share)
        {
            writer.WriteNumber("publishShare", share);
        }

        writer.WriteStartObject("accounts");
        foreach (var account in plan.Accounts)
        {
            writer.WriteString(account.Key, account.Value);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("rows");
        foreach (var row in plan.Rows)
        {
            Write(writer, row);
            writer.Flush();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("findings");
        foreach (var finding in plan.Findings)
        {
            Write(writer, finding);
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads a plan. What it does not know is refused: who looks at the plan would not be shown it.</summary>
    /// <exception cref="InvalidDataException">It is no plan of this version.</exception>
    public static JobDraftPlan Read(JsonElement root)
    {
        try
        {
            return ReadPlan(root);
        }
        catch (InvalidOperationException wrong)
        {
            // The parser lets pass what cannot become a text: bytes that are no UTF-8, an escape that is half a character.
            throw new InvalidDataException(wrong.Message, wrong);
        }
    }

    private static JobDraftPlan ReadPlan(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "type") != PlanFile.Type || Whole(root, "version") is not { } version)
        {
            throw new InvalidDataException("it is no plan");
        }

        if (version != PlanFile.Version)
        {
            throw new InvalidDataException($"it has version {version}, and this module reads version {PlanFile.Version}");
        }

        RequireOnly(root, "type", "version", "hash", "createdAt", "publishShare", "accounts", "rows", "findings", PlanChecksum.Member);
        return new JobDraftPlan
        {
            Hash = Need(root, "hash"),
            CreatedAt = root.TryGetProperty("createdAt", out var made) && made.ValueKind == JsonValueKind.String && made.TryGetDateTimeOffset(out var at) ? at : throw Lacks("createdAt"),
            PublishShare = Whole(root, "publishShare"),
            Accounts = ReadAccounts(Single(Member(root, "accounts", JsonValueKind.Object))),
            Rows = [.. Member(root, "rows", JsonValueKind.Array).EnumerateArray().Select(ReadRow)],
            Findings = [.. Member(root, "findings", JsonValueKind.Array).EnumerateArray().Select(ReadFinding)],
        }.WithFindingsBesideRows();
    }

    private static void Write(Utf8JsonWriter writer, PlanRow row)
    {
        writer.WriteStartObject();
        writer.WriteNumber("row", row.Row);
        writer.WriteString("service", ServiceRegistry.NameOf(row.Service));
        writer.WriteString("operation", row.Operation.ToString());
        WriteOptional(writer, "projectId", row.ProjectId);
        WriteOptional(writer, "jobId", row.JobId);
        writer.WriteStartArray("changes");
        foreach (var change in row.Changes)
        {
            writer.WriteStartObject();
            writer.WriteString("field", change.Field);
            if (change.FromKnown)
            {
                writer.WritePropertyName("from");
                PlainJson.WriteValue(writer, change.From);
            }

            writer.WritePropertyName("to");
            PlainJson.WriteValue(writer, change.To);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("hazards");
        foreach (var hazard in row.Hazards)
        {
            writer.WriteStringValue(hazard.ToString());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PlanFinding finding)
    {
        writer.WriteStartObject();
        if (finding.Row is { } row)
        {
            writer.WriteNumber("row", row);
        }

        WriteOptional(writer, "column", finding.Column);
        writer.WriteString("severity", finding.Severity.ToString());
        writer.WriteString("code", finding.Code);
        writer.WriteString("message", finding.Message);
        writer.WriteEndObject();
    }

    private static Dictionary<string, string> ReadAccounts(JsonElement accounts)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var account in accounts.EnumerateObject())
        {
            read[account.Name] = account.Value.ValueKind == JsonValueKind.String ? account.Value.GetString()! : throw Lacks(account.Name);
        }

        return read;
    }

    private static PlanRow ReadRow(JsonElement row) => new()
    {
        Row = Whole(Only(row, "row", "service", "operation", "projectId", "jobId", "changes", "hazards"), "row") ?? throw Lacks("row"),
        Service = Service(Need(row, "service")),
        Operation = Word<PlanOperation>(row, "operation"),
        ProjectId = Text(row, "projectId"),
        JobId = Text(row, "jobId"),
        Changes = [.. Member(row, "changes", JsonValueKind.Array).EnumerateArray().Select(ReadChange)],
        Hazards = [.. Member(row, "hazards", JsonValueKind.Array).EnumerateArray().Select(hazard => Word<PlanHazard>(hazard.ToString(), "hazards"))],
    };

    private static PlanChange ReadChange(JsonElement change)
    {
        var field = Need(Only(change, "field", "from", "to"), "field");
        var isKnown = change.TryGetProperty("from", out var from);
        return new PlanChange
        {
            Field = field,
            From = isKnown ? PlainJson.Read(Single(from)) : null,
            FromKnown = isKnown,
            To = change.TryGetProperty("to", out var to) ? PlainJson.Read(Single(to)) : throw Lacks("to"),
        };
    }

    private static PlanFinding ReadFinding(JsonElement finding) => new()
    {
        Row = Whole(Only(finding, "row", "column", "severity", "code", "message"), "row"),
        Column = Text(finding, "column"),
        Severity = Word<PlanSeverity>(finding, "severity"),
        Code = Need(finding, "code"),
        Message = Need(finding, "message"),
    };

    private static JsonElement Only(JsonElement parent, params string[] names)
    {
        RequireOnly(parent, names);
        return parent;
    }

    private static void RequireOnly(JsonElement parent, params string[] names)
    {
        if (parent.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var seen = 0;
        foreach (var member in parent.EnumerateObject())
        {
            var index = Array.IndexOf(names, member.Name);
            if (index < 0)
            {
                throw new InvalidDataException($"it has '{member.Name}', which no plan of this version has");
            }

            if ((seen & (1 << index)) != 0)
            {
                throw Twice(member.Name);
            }

            seen |= 1 << index;
        }
    }

    /// <summary>A value in which each member is there once: of two, each reader would take another.</summary>
    private static JsonElement Single(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Single(item);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in value.EnumerateObject())
            {
                Single(seen.Add(member.Name) ? member.Value : throw Twice(member.Name));
            }
        }

        return value;
    }

    private static InvalidDataException Twice(string name) => new($"it has '{name}' twice in one place");

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static JsonElement Member(JsonElement parent, string name, JsonValueKind kind) =>
        parent.TryGetProperty(name, out var found) && found.ValueKind == kind ? found : throw Lacks(name);

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static int? Whole(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var whole) ? whole : null;

    private static string Need(JsonElement parent, string name) => Text(parent, name) ?? throw Lacks(name);

    private static T Word<T>(JsonElement parent, string name)
        where T : struct, Enum => Word<T>(Need(parent, name), name);

    private static T Word<T>(string word, string name)
        where T : struct, Enum => Enum.TryParse<T>(word, out var value) && value.ToString() == word ? value : throw new InvalidDataException($"'{word}' is no {name}");

    private static JobService Service(string name) =>
        ServiceRegistry.Find(name) is { } service && service.Name == name ? service.Id : throw new InvalidDataException($"'{name}' is no service");

    private static InvalidDataException Lacks(string name) => new($"it lacks '{name}', or has something else in its place");
}
