using System.Net.Http.Headers;
using RestSharp;

namespace JobDraftsPS.Core.Http;

/// <summary>
/// An answer as the client hands it back, mapped from the wire at once: the client's own way reads the body a second time and makes a
/// text of it that nobody asks for, which costs more than the rest of a call.
/// </summary>
internal sealed class Answer : RestResponse
{
    private Answer(RestRequest request, ApiResponse mapped)
        : base(request)
    {
        Mapped = mapped;
    }

    public ApiResponse Mapped { get; }

    /// <summary>Maps what came back.</summary>
    /// <param name="request">The request.</param>
    /// <param name="message">The answer; its body has been read.</param>
    /// <param name="redaction">Takes the call's secrets out of what the service repeats.</param>
    public static Answer Of(RestRequest request, HttpResponseMessage message, Redaction redaction)
    {
        var body = message.Content as ReadBody;
        var headers = message.Headers;
        return new Answer(request, new ApiResponse(
            (int)message.StatusCode,
            body is null ? null : redaction.Clean(AnswerText.ToUtf8(body.Bytes, Last(body.Received, "Content-Type"))),
            name => (Last(headers, name) ?? Last(body?.Received, name)) is { } value ? redaction.Clean(value) : null));
    }

    private static string? Last(HttpHeaders? headers, string name) =>
        headers is not null && headers.TryGetValues(name, out var values) ? values.Last() : null;
}
