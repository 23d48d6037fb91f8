using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>A control as JSON in camelCase; what is not understood is refused by name.</summary>
internal static class ControlJson
{
    /// <summary>Reads a control.</summary>
    /// <exception cref="ArgumentException">A member is unknown or of the wrong type; the message names it.</exception>
    public static SandboxControl Read(JsonElement root)
    {
        var control = new SandboxControl();
        foreach (var (name, value) in Members(root, "The body"))
        {
            Set(control, name, value);
        }

        return control;
    }

    public static JsonObject Write(SandboxControl control)
    {
        var json = new JsonObject();
        Put(json, "advanceClock", control.AdvanceClock?.TotalSeconds);
        Put(json, "rateLimit", control.RateLimit);
        Put(json, "rateWindow", control.RateWindow?.TotalSeconds);
        Put(json, "publishQuota", control.PublishQuota);
        Put(json, "uploadLimit", control.UploadLimit);
        Put(json, "wordCountDelay", control.WordCountDelay?.TotalSeconds);
        Put(json, "translation", control.Translation is { } job ? new JsonObject { ["jobId"] = job.JobId, ["step"] = job.Step.ToString() } : null);
        Put(json, "moderationWord", control.ModerationWord);
        Put(json, "missingFieldForm", control.MissingFieldForm?.ToString());
        Put(json, "latency", control.Latency?.TotalSeconds);
        Put(json, "faultRate", control.FaultRate);
        Put(json, "faults", control.Faults is null ? null : new JsonArray([.. control.Faults.Select(Write)]));
        Put(json, "clearFaults", control.ClearFaults);
        Put(json, "termsAccepted", control.TermsAccepted);
        Put(json, "cardOnFile", control.CardOnFile);
        Put(json, "addApplication", control.AddApplication);
        Put(json, "applicationState", control.ApplicationState?.ToString());
        return json;
    }

    private static JsonObject Write(SandboxFault fault)
    {
        var json = new JsonObject();
        Put(json, "service", fault.Service);
        Put(json, "method", fault.Method);
        Put(json, "pathContains", fault.PathContains);
        Put(json, "kind", fault.Kind.ToString());
        Put(json, "status", fault.Status);
        Put(json, "retryAfterSeconds", fault.RetryAfterSeconds);
        Put(json, "retryAfterForm", fault.RetryAfterForm.ToString());
        Put(json, "redirectTo", fault.RedirectTo?.AbsoluteUri);
        Put(json, "count", fault.Count);
        Put(json, "skip", fault.Skip);
        return json;
    }

    private static void Put(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static void Set(SandboxControl control, string name, JsonElement value)
    {
        switch (name)
        {
            case "advanceClock": control.AdvanceClock = Span(name, value); break;
            case "rateLimit": control.RateLimit = Int(name, value); break;
            case "rateWindow": control.RateWindow = Span(name, value); break;
            case "publishQuota": control.PublishQuota = Int(name, value); break;
            case "uploadLimit": control.UploadLimit = value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var bytes) ? bytes : throw Wrong(name, "a whole number of bytes"); break;
            case "wordCountDelay": control.WordCountDelay = Span(name, value); break;
            case "translation": control.Translation = Translation(name, value); break;
            case "moderationWord": control.ModerationWord = Text(name, value); break;
            case "missingFieldForm": control.MissingFieldForm = Word<MissingFieldForm>(name, value); break;
            case "latency": control.Latency = Span(name, value); break;
            case "faultRate": control.FaultRate = value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Wrong(name, "a number from 0 to 1"); break;
            case "faults": control.Faults = Faults(name, value); break;
            case "clearFaults": control.ClearFaults = Bool(name, value); break;
            case "termsAccepted": control.TermsAccepted = Bool(name, value); break;
            case "cardOnFile": control.CardOnFile = Bool(name, value); break;
            case "addApplication": control.AddApplication = Text(name, value); break;
            case "applicationState": control.ApplicationState = Word<SorceApplication>(name, value); break;
            default: throw Unknown(name);
        }
    }

    private static SandboxTranslation Translation(string at, JsonElement item)
    {
        var translation = new SandboxTranslation();
        var stepGiven = false;
        foreach (var (member, value) in Members(item, at))
        {
            var name = at + "." + member;
            switch (member)
            {
                case "jobId": translation.JobId = Text(name, value); break;
                case "step": translation.Step = Word<SandboxTranslationStep>(name, value); stepGiven = true; break;
                default: throw Unknown(name);
            }
        }

        return stepGiven ? translation : throw Wrong(at + ".step", "one of " + string.Join(", ", typeof(SandboxTranslationStep).GetEnumNames()));
    }

    private static List<SandboxFault> Faults(string name, JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select((item, number) => Fault($"{name}[{number}]", item))]
        : throw Wrong(name, "a list of faults");

    private static SandboxFault Fault(string at, JsonElement item)
    {
        var fault = new SandboxFault();
        var kindGiven = false;
        foreach (var (member, value) in Members(item, at))
        {
            var name = at + "." + member;
            switch (member)
            {
                case "service": fault.Service = Text(name, value); break;
                case "method": fault.Method = Text(name, value); break;
                case "pathContains": fault.PathContains = Text(name, value); break;
                case "kind": fault.Kind = Word<SandboxFaultKind>(name, value); kindGiven = true; break;
                case "status": fault.Status = Int(name, value); break;
                case "retryAfterSeconds": fault.RetryAfterSeconds = Int(name, value); break;
                case "retryAfterForm": fault.RetryAfterForm = Word<RetryAfterForm>(name, value); break;
                case "redirectTo": fault.RedirectTo = Uri.TryCreate(Text(name, value), UriKind.Absolute, out var uri) ? uri : throw Wrong(name, "an absolute address"); break;
                case "count": fault.Count = Int(name, value); break;
                case "skip": fault.Skip = Int(name, value); break;
                default: throw Unknown(name);
            }
        }

        return kindGiven ? fault : throw Wrong(at + ".kind", "one of " + string.Join(", ", typeof(SandboxFaultKind).GetEnumNames()));
    }

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(at, "an object");
        }

        // A member that is null is left alone, like one that is not there.
        return value.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).Select(member => (member.Name, member.Value));
    }

    private static int Int(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Wrong(name, "a whole number");

    private static bool Bool(string name, JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, "true or false");

    private static string Text(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(name, "text");

    private static TimeSpan Span(string name, JsonElement value)
    {
        const string Allowed = "a number of seconds or text like '00:01:30'";
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && Math.Abs(seconds) <= TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        }

        return value.ValueKind == JsonValueKind.String
            && TimeSpan.TryParseExact(value.GetString(), "c", CultureInfo.InvariantCulture, out var span)
            ? span
            : throw Wrong(name, Allowed);
    }

    private static T Word<T>(string name, JsonElement value)
        where T : struct, Enum
    {
        var words = typeof(T).GetEnumNames();
        return value.ValueKind == JsonValueKind.String
            && words.FirstOrDefault(word => word.Equals(value.GetString(), StringComparison.OrdinalIgnoreCase)) is { } known
            && Enum.TryParse<T>(known, out var parsed)
            ? parsed
            : throw Wrong(name, "one of " + string.Join(", ", words));
    }

    private static ArgumentException Wrong(string name, string allowed) => new($"{name} has to be {allowed}.");

    private static ArgumentException Unknown(string name) => new($"{name} is no member of a sandbox control.");
}
