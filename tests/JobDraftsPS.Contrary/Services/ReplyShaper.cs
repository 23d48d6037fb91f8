using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Settings;
using JobDraftsPS.Contrary.Wire;

namespace JobDraftsPS.Contrary.Services;

/// <summary>Gives an answer one of the forms that the pages leave open.</summary>
internal sealed class ReplyShaper(ContrarySettings settings)
{
    private readonly JsonScribe scribe = new(settings);

    /// <summary>The answer in bytes.</summary>
    public WireReply Shape(string service, Reply reply)
    {
        if (reply.File is { } file)
        {
            return new WireReply(reply.Status, file.Bytes, file.ContentType) { Headers = reply.Headers };
        }

        var shaped = reply.Status >= 400 ? Refusal(service, reply)
            : reply.Did is { } kind ? Written(reply, kind)
            : settings.ReadsAnotherId && reply.Body is JsonObject one && one.ContainsKey(reply.IdMember) ? Json(reply.Status, UnderAnotherId(reply))
            : Json(reply.Status, settings.Envelope && reply.Body is JsonObject ? InData(reply.Body) : reply.Body);
        return shaped with { Headers = reply.Headers };
    }

    /// <summary>The answer that sends a request away before anything was done.</summary>
    public WireReply Busy(string service)
    {
        var isTooMany = settings.PushBack is not (PushBack.BusyWithZero or PushBack.BusyUntold);
        var text = isTooMany ? "Too many requests." : "Busy.";
        var code = isTooMany ? "RATE_LIMITED" : "INTERNAL";
        JsonNode body = service switch
        {
            "so" => new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = text, ["retryAfterSeconds"] = settings.PushBack == PushBack.TooManyInBody ? 1 : null } },
            "ot" => new JsonObject { ["error"] = text, ["code"] = code, ["requestId"] = "r", ["details"] = null },
            _ => new JsonObject { ["message"] = text },
        };
        return Json(isTooMany ? 429 : 503, body) with
        {
            Headers = settings.PushBack switch
            {
                PushBack.TooManyWithZero or PushBack.BusyWithZero => [("Retry-After", "0")],
                PushBack.TooManyWithPastDate => [("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT")],
                _ => [],
            },
        };
    }

    private static JsonObject InData(JsonNode? body) => new() { ["data"] = body?.DeepClone() };

    private static JsonObject UnderAnotherId(Reply reply)
    {
        var other = (JsonObject)reply.Body!.DeepClone();
        other[reply.IdMember] = ContraryState.NobodysId;
        return other;
    }

    private WireReply Json(int status, JsonNode? body)
    {
        var (bytes, contentType) = scribe.Encode(body);
        return new WireReply(status, bytes, contentType);
    }

    private WireReply Written(Reply reply, WriteKind kind)
    {
        var form = kind switch
        {
            WriteKind.Create => settings.CreateAnswer,
            WriteKind.Edit => settings.EditAnswer,
            WriteKind.Publish or WriteKind.Pause or WriteKind.Resume or WriteKind.Close => settings.TransitionAnswer,
            _ => WriteAnswer.NoContent,
        };
        if (reply.Body is null)
        {
            return new WireReply(reply.Status, [], null);
        }

        switch (form)
        {
            case WriteAnswer.NoContent:
                return new WireReply(204, [], null);
            case WriteAnswer.Nothing:
                return new WireReply(reply.Status, [], "application/json");
            case WriteAnswer.EmptyObject:
                return Json(reply.Status, new JsonObject());
            case WriteAnswer.Ok:
                return Json(reply.Status, new JsonObject { ["ok"] = true });
            case WriteAnswer.InData:
                return Json(reply.Status, InData(reply.Body));
            case WriteAnswer.OldValues:
                return Json(reply.Status, reply.Before ?? reply.Body);
            case WriteAnswer.AnotherId:
                return Json(reply.Status, UnderAnotherId(reply));
            default:
                return Json(reply.Status, reply.Body);
        }
    }

    private WireReply Refusal(string service, Reply reply)
    {
        var text = Plain(reply.Body);
        switch (settings.Errors)
        {
            case ErrorForm.Text:
                return Json(reply.Status, JsonValue.Create(text));
            case ErrorForm.Html:
                return new WireReply(reply.Status, Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>{reply.Status}</title></head><body><h1>{text}</h1></body></html>"), "text/html");
            case ErrorForm.Xml:
                return new WireReply(reply.Status, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><error><status>{reply.Status}</status><message>{text}</message></error>"), "application/xml");
            case ErrorForm.Empty:
                return new WireReply(reply.Status, [], null);
        }

        return Json(reply.Status, service switch
        {
            "ot" => OpenTrain((JsonObject)reply.Body!.DeepClone()),
            "so" => Sorce((JsonObject)reply.Body!.DeepClone()),
            _ => reply.Body,
        });
    }

    private static string Plain(JsonNode? body) => body switch
    {
        JsonObject members when members["error"] is JsonObject inner => inner["message"]?.ToString() ?? string.Empty,
        JsonObject members => (members["error"] ?? members["message"])?.ToString() ?? string.Empty,
        _ => string.Empty,
    };

    private JsonObject OpenTrain(JsonObject body)
    {
        if (body["details"] is not JsonObject details || details["issues"] is not JsonArray issues)
        {
            return body;
        }

        var pairs = issues.Select(issue => (Field: issue!["path"]![0]!.GetValue<string>(), Message: issue["message"]!.GetValue<string>())).ToArray();
        body["details"] = settings.Errors switch
        {
            ErrorForm.BareIssues => issues.DeepClone(),
            ErrorForm.ZodIssues => new JsonObject { ["zodIssues"] = issues.DeepClone() },
            ErrorForm.Errors => new JsonObject { ["errors"] = issues.DeepClone() },
            ErrorForm.DetailsText => string.Join("; ", pairs.Select(pair => $"{pair.Field}: {pair.Message}")),
            ErrorForm.Flatten => new JsonObject { ["formErrors"] = new JsonArray(), ["fieldErrors"] = new JsonObject([.. pairs.Select(pair => KeyValuePair.Create(pair.Field, (JsonNode?)new JsonArray(pair.Message)))]) },
            ErrorForm.Format => Format(pairs),
            _ => details.DeepClone(),
        };
        return body;
    }

    private static JsonObject Format((string Field, string Message)[] pairs)
    {
        var tree = new JsonObject { ["_errors"] = new JsonArray() };
        foreach (var (field, message) in pairs)
        {
            tree[field] = new JsonObject { ["_errors"] = new JsonArray(message) };
        }

        return tree;
    }

    private JsonObject Sorce(JsonObject body)
    {
        if (body["error"] is not JsonObject error || error["fields"] is not JsonObject fields)
        {
            return body;
        }

        switch (settings.Errors)
        {
            case ErrorForm.Issues or ErrorForm.Errors:
                error["fields"] = new JsonArray([.. fields.Select(field => new JsonObject { ["field"] = field.Key, ["message"] = field.Value?.DeepClone() })]);
                break;
            case ErrorForm.BareIssues or ErrorForm.ZodIssues:
                error.Remove("fields");
                body["fields"] = fields;
                break;
            case ErrorForm.Flatten or ErrorForm.Format:
                error.Remove("fields");
                error["details"] = new JsonObject { ["fields"] = fields };
                break;
            case ErrorForm.DetailsText:
                error.Remove("fields");
                error["details"] = string.Join("; ", fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Key}: {field.Value}")));
                break;
        }

        return body;
    }
}
