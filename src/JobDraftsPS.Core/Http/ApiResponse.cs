using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Http;

/// <summary>What came back, mapped once: an answer, or the reason why there is none.</summary>
internal sealed class ApiResponse
{
    private readonly Func<string, string?>? header;
    private JsonElement? json;
    private bool isParsed;

    /// <summary>An answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="header">Reads a header by its name in any case; null where there are none.</param>
    public ApiResponse(int status, byte[]? body = null, Func<string, string?>? header = null)
    {
        Status = status;
        Body = body ?? [];
        this.header = header;
    }

    /// <summary>No answer.</summary>
    /// <param name="failure">How far the call came.</param>
    /// <param name="reason">The reason in the platform's words, without any secret.</param>
    public ApiResponse(TransportFailure failure, string reason)
    {
        Failure = failure;
        FailureText = reason;
        Body = [];
    }

    /// <summary>Stands for the answer of a call that was found to be done by looking.</summary>
    public static ApiResponse FromLook { get; } = new(200);

    public TransportFailure Failure { get; }

    /// <summary>The reason in the platform's words; holds no secret.</summary>
    public string? FailureText { get; }

    /// <summary>The HTTP status; 0 without an answer.</summary>
    public int Status { get; }

    public byte[] Body { get; }

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Json
    {
        get
        {
            if (!isParsed)
            {
                json = JsonText.TryParse(Body);
                isParsed = true;
            }

            return json;
        }
    }

    public bool IsSuccess => Failure == TransportFailure.None && Status is >= 200 and < 300;

    /// <summary>The body as an object; null when it is none.</summary>
    public JsonElement? JsonObject => Json is { ValueKind: JsonValueKind.Object } found ? found : null;

    /// <summary>The id that the service gave the request, when a header carries it.</summary>
    public string? RequestId => Header("X-Request-Id") ?? Header("Request-Id");

    public string? Header(string name) => header?.Invoke(name);
}
