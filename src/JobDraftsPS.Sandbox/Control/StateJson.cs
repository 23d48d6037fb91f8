using System.Text.Json;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>The panel's state as JSON in camelCase; time spans are seconds.</summary>
internal static class StateJson
{
    public static JsonObject Write(SandboxState state) => new()
    {
        ["instanceId"] = state.InstanceId,
        ["openTrainUri"] = state.OpenTrainUri.AbsoluteUri,
        ["textKingUri"] = state.TextKingUri.AbsoluteUri,
        ["sorceUri"] = state.SorceUri.AbsoluteUri,
        ["oAuthUri"] = state.OAuthUri.AbsoluteUri,
        ["controlUri"] = state.ControlUri.AbsoluteUri,
        ["openTrainToken"] = state.OpenTrainToken,
        ["textKingToken"] = state.TextKingToken,
        ["sorceToken"] = state.SorceToken,
        ["oAuthClientId"] = state.OAuthClientId,
        ["oAuthClientSecret"] = state.OAuthClientSecret,
        ["clock"] = state.Clock,
        ["clockAhead"] = state.ClockAhead.TotalSeconds,
        ["rateLimit"] = state.RateLimit,
        ["rateWindow"] = state.RateWindow.TotalSeconds,
        ["publishQuota"] = state.PublishQuota,
        ["uploadLimit"] = state.UploadLimit,
        ["wordCountDelay"] = state.WordCountDelay.TotalSeconds,
        ["moderationWord"] = state.ModerationWord,
        ["missingFieldForm"] = state.MissingFieldForm.ToString(),
        ["latency"] = state.Latency.TotalSeconds,
        ["faultRate"] = state.FaultRate,
        ["pendingFaults"] = state.PendingFaults,
        ["termsAccepted"] = state.TermsAccepted,
        ["cardOnFile"] = state.CardOnFile,
        ["totalRequests"] = state.TotalRequests,
        ["rateLimitedRequests"] = state.RateLimitedRequests,
        ["requests"] = new JsonArray([.. state.Requests.Select(count => new JsonObject
        {
            ["service"] = count.Service,
            ["method"] = count.Method,
            ["status"] = count.Status,
            ["count"] = count.Count,
        })]),
    };

    public static SandboxState Read(JsonElement json) => new()
    {
        InstanceId = Text(json, "instanceId"),
        OpenTrainUri = Address(json, "openTrainUri"),
        TextKingUri = Address(json, "textKingUri"),
        SorceUri = Address(json, "sorceUri"),
        OAuthUri = Address(json, "oAuthUri"),
        ControlUri = Address(json, "controlUri"),
        OpenTrainToken = Text(json, "openTrainToken"),
        TextKingToken = Text(json, "textKingToken"),
        SorceToken = Text(json, "sorceToken"),
        OAuthClientId = Text(json, "oAuthClientId"),
        OAuthClientSecret = Text(json, "oAuthClientSecret"),
        Clock = json.GetProperty("clock").GetDateTimeOffset(),
        ClockAhead = Seconds(json, "clockAhead"),
        RateLimit = json.GetProperty("rateLimit").GetInt32(),
        RateWindow = Seconds(json, "rateWindow"),
        PublishQuota = json.GetProperty("publishQuota").GetInt32(),
        UploadLimit = json.GetProperty("uploadLimit").GetInt64(),
        WordCountDelay = Seconds(json, "wordCountDelay"),
        ModerationWord = Text(json, "moderationWord"),
        MissingFieldForm = Enum.TryParse<MissingFieldForm>(Text(json, "missingFieldForm"), out var form) ? form : throw new FormatException("Unknown form."),
        Latency = Seconds(json, "latency"),
        FaultRate = json.GetProperty("faultRate").GetDouble(),
        PendingFaults = json.GetProperty("pendingFaults").GetInt32(),
        TermsAccepted = json.GetProperty("termsAccepted").GetBoolean(),
        CardOnFile = json.GetProperty("cardOnFile").GetBoolean(),
        TotalRequests = json.GetProperty("totalRequests").GetInt64(),
        RateLimitedRequests = json.GetProperty("rateLimitedRequests").GetInt64(),
        Requests = [.. json.GetProperty("requests").EnumerateArray().Select(Count)],
    };

    private static RequestCount Count(JsonElement json)
    {
        var status = json.GetProperty("status");
        return new RequestCount(
            json.GetProperty("service").GetString(),
            Text(json, "method"),
            status.ValueKind == JsonValueKind.Null ? null : status.GetInt32(),
            json.GetProperty("count").GetInt64());
    }

    private static Uri Address(JsonElement json, string name) => new(Text(json, name));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? string.Empty;

    private static TimeSpan Seconds(JsonElement json, string name) =>
        TimeSpan.FromTicks((long)(json.GetProperty(name).GetDouble() * TimeSpan.TicksPerSecond));
}
