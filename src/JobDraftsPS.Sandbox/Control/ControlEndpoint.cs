using System.Text.Json;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>The control panel over HTTP: its state, its turns, and the requests seen.</summary>
internal sealed class ControlEndpoint(ISandboxPanel panel, RequestLog log, IReadOnlyList<HostedService> services)
{
    public const string BasePath = "/__control";

    public static bool Owns(string path) => path == BasePath || path.StartsWith(BasePath + "/", StringComparison.Ordinal);

    public SandboxResponse Handle(ReceivedRequest request)
    {
        switch (request.Method, request.Path.TrimEnd('/'))
        {
            case ("GET" or "HEAD", BasePath):
                return SandboxResponse.Json(200, StateJson.Write(panel.ReadState()));
            case ("POST", BasePath):
                return Turn(request.Body);
            case ("GET" or "HEAD", BasePath + "/requests"):
                return SandboxResponse.Json(200, Requests());
            case ("GET" or "HEAD", BasePath + "/spending"):
                return SandboxResponse.Json(200, new JsonObject { ["listings"] = services.Select(hosted => hosted.Spending).First(hook => hook is not null)!() });
            case ("GET" or "HEAD", BasePath + "/callbacks"):
                return SandboxResponse.Json(200, Callbacks());
            case ("DELETE", BasePath + "/requests"):
                log.Clear();
                return new SandboxResponse(204);
            default:
                return Error(404, "The panel takes GET and POST of /__control, GET and DELETE of /__control/requests, GET of /__control/spending and of /__control/callbacks.");
        }
    }

    private static SandboxResponse Error(int status, string message) =>
        SandboxResponse.Json(status, new JsonObject { ["error"] = message });

    private SandboxResponse Turn(byte[] body)
    {
        try
        {
            using var document = StrictJson.Parse(body);
            return SandboxResponse.Json(200, StateJson.Write(panel.Apply(ControlJson.Read(document.RootElement))));
        }
        catch (JsonException malformed)
        {
            return Error(400, "The body is not JSON: " + malformed.Message);
        }
        catch (ArgumentException refused)
        {
            return Error(400, refused.Message);
        }
    }

    /// <summary>The calls that services made themselves, by the service.</summary>
    private JsonObject Callbacks()
    {
        var made = new JsonObject();
        foreach (var hosted in services.Where(hosted => hosted.Callbacks is not null))
        {
            made[hosted.Section] = hosted.Callbacks!();
        }

        return made;
    }

    private JsonObject Requests()
    {
        var list = new JsonArray();
        foreach (var request in log.Snapshot())
        {
            var headers = new JsonObject();
            foreach (var header in request.Headers)
            {
                headers[header.Key] = header.Value;
            }

            list.Add((JsonNode)new JsonObject
            {
                ["service"] = request.Service,
                ["method"] = request.Method,
                ["target"] = request.Target,
                ["headers"] = headers,
                ["body"] = request.Body,
                ["bodyLength"] = request.BodyLength,
                ["status"] = request.Status,
                ["handled"] = request.Handled,
                ["arrivedAt"] = request.ArrivedAt,
            });
        }

        return new JsonObject { ["total"] = log.Total, ["requests"] = list };
    }
}
