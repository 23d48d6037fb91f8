using System.Text.Json;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Reads Sorce's error answers: an <c>error</c> object with code, message, fields and the wait. Four codes share 409, so the code decides.</summary>
internal static class SorceErrors
{
    public const string ValidationFailed = "VALIDATION_FAILED";

    public static CallFailure Read(ApiRequest request, ApiResponse response)
    {
        if (response.JsonObject is not { } body)
        {
            return new CallFailure { Message = ApiErrors.Shown(response), RetryAfter = Wait(response, default) };
        }

        var envelope = new RecordReader(body);
        if (envelope.Object("error") is not { } found)
        {
            var loose = Fields(body);
            var message = envelope.Text("error") ?? envelope.Text("message");
            return new CallFailure
            {
                Code = envelope.Text("code"),
                Message = message ?? (loose.Count > 0 ? null : ApiErrors.Shown(response)),
                FieldErrors = loose,
                RetryAfter = Wait(response, body),
                Advice = Advice(envelope.Text("code")) ?? (loose.Count > 0 ? Advice(ValidationFailed) : null),
            };
        }

        var error = new RecordReader(found);
        var code = error.Text("code");
        var fields = Fields(found) is { Count: > 0 } inside ? inside : Fields(body);
        return new CallFailure
        {
            Code = code,
            Message = error.Text("message"),
            FieldErrors = fields,
            Validation = code == ValidationFailed && fields.Count > 0 ? Validation(fields) : null,
            RetryAfter = Wait(response, found),
            Advice = Advice(code),
        };
    }

    /// <summary>How long a refusal for the number of requests holds.</summary>
    public static TimeSpan WaitOf(ApiResponse response) =>
        Wait(response, new RecordReader(response.JsonObject ?? default).Object("error") ?? default) ?? SorceAssumptions.DefaultRetryAfter;

    /// <summary>The fields that a refusal names: documented as a table called fields inside the error; other places and forms are read too.</summary>
    private static Dictionary<string, string> Fields(JsonElement holder)
    {
        foreach (var name in new[] { "fields", "details", "errors", "issues" })
        {
            if (holder.TryGetProperty(name, out var found) && FieldProblems.Read(found, isTable: true) is { Count: > 0 } fields)
            {
                return fields;
            }
        }

        return [];
    }

    /// <summary>The service's own list of gaps; it wins over what was worked out here.</summary>
    private static JobValidation Validation(Dictionary<string, string> fields) => new()
    {
        PublishReady = false,
        MissingFieldCount = fields.Count,
        MissingFields = fields.Select(field => new MissingField
        {
            Field = field.Key,
            Label = field.Key,
            Message = field.Value,
            Prompt = field.Value,
            UpdateKeys = [TopLevel(field.Key)],
        }).ToArray(),
        Source = ValidationSource.Server,
    };

    /// <summary>A key may be dotted or indexed; only whole top-level fields can be written.</summary>
    private static string TopLevel(string key) => key.Split('.', '[')[0];

    /// <summary>The wait stands inside the error, beside it, or in the header; else a minute.</summary>
    private static TimeSpan? Wait(ApiResponse response, JsonElement error)
    {
        if (response.Status != 429)
        {
            return RetryAfter.FromHeader(response);
        }

        return Seconds(error) ?? Seconds(response.JsonObject ?? default) ?? RetryAfter.FromHeader(response) ?? SorceAssumptions.DefaultRetryAfter;
    }

    private static TimeSpan? Seconds(JsonElement holder) =>
        new RecordReader(holder).Number("retryAfterSeconds") is >= 0 and var seconds ? RetryAfter.Seconds(seconds) : null;

    /// <summary>What to do about a code; null where nobody can say.</summary>
    public static string? Advice(string? code) => code switch
    {
        ValidationFailed => "Fill the fields named, then run it again.",
        "AGREEMENT_OUTDATED" => "Only a person can help: accept the current employer terms in Sorce's dashboard, then publish again.",
        "PAYMENT_METHOD_REQUIRED" => "Only a person can help: add a card in Sorce's dashboard under Billing, then publish again.",
        "INVALID_TRANSITION" => "The listing's status does not allow this; read the listing to see its status.",
        "JOB_NOT_EDITABLE" => "A closed or expired listing cannot be changed; create a new one.",
        "JOB_FROZEN" => "Once there are applications, qualifications and questions are locked; leave these fields out.",
        _ => null,
    };
}
