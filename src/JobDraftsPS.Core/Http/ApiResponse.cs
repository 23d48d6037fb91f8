using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Http;

/// <summary>What came back, mapped once: an answer, or the reason why there is none.</summary>
internal sealed class ApiResponse
{
    private readonly Lazy<JsonElement?> json;

    public ApiResponse(TransportFailure failure, string? failureText, int status, byte[]? body, IReadOnlyDictionary<string, string> headers)
    {
        Failure = failure;
        FailureText = failureText;
        Status = status;
        Body = body ?? [];
        Headers = headers;
        json = new Lazy<JsonElement?>(() => JsonText.TryParse(Body));
    }

    /// <summary>Stands for the answer of a call that was found to be done by looking.</summary>
    public static ApiResponse FromLook { get; } = new(TransportFailure.None, null, 200, null, new Dictionary<string, string>(0));

    public TransportFailure Failure { get; }

    /// <summary>The reason in the platform's words; holds no secret.</summary>
    public string? FailureText { get; }

    /// <summary>The HTTP status; 0 without an answer.</summary>
    public int Status { get; }

    public byte[] Body { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Json => json.Value;

    public bool IsSuccess => Failure == TransportFailure.None && Status is >= 200 and < 300;

    /// <summary>The body as an object; null when it is none.</summary>
    public JsonElement? JsonObject => Json is { ValueKind: JsonValueKind.Object } found ? found : null;

    /// <summary>The id that the service gave the request, when a header carries it.</summary>
    public string? RequestId => Header("X-Request-Id") ?? Header("Request-Id");

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
