using System.Globalization;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.OpenTrain.Description;

/// <summary>Writes the service's description of itself (OpenAPI 3.1) from the routes that it answers and the fields that it takes.</summary>
internal static class OpenApiDocument
{
    private const string Bearer = "bearer";

    /// <param name="routes">The calls.</param>
    /// <param name="server">The API's base.</param>
    /// <param name="assumptions">What the service chose where its public pages are silent.</param>
    public static JsonObject Write(IEnumerable<OpenTrainRoute> routes, string server, OpenTrainAssumptions assumptions)
    {
        var paths = new JsonObject();
        foreach (var path in routes.GroupBy(route => route.Template))
        {
            var item = new JsonObject();
            foreach (var route in path)
            {
                item[route.Method.ToLowerInvariant()] = Operation(route);
            }

            paths[path.Key] = item;
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "OpenTrain public API (sandbox)", ["version"] = "1", ["description"] = "The job calls as the sandbox answers them." },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = server }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { [Bearer] = new JsonObject { ["type"] = "http", ["scheme"] = Bearer } },
                ["schemas"] = OpenApiSchemas.All(assumptions),
            },
        };
    }

    private static JsonObject Operation(OpenTrainRoute route)
    {
        var operation = new JsonObject
        {
            ["summary"] = route.Summary,
            ["security"] = route.IsOpen ? [] : new JsonArray(new JsonObject { [Bearer] = route.Scope is null ? [] : new JsonArray(route.Scope) }),
            ["parameters"] = Parameters(route),
            ["responses"] = Responses(route),
        };
        if (route.Feature is not null)
        {
            operation["x-feature"] = route.Feature;
        }

        if (route.Body is not null)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(route.Body) };
        }

        return operation;
    }

    private static JsonArray Parameters(OpenTrainRoute route)
    {
        var parameters = new JsonArray();
        if (route.Name is { } name)
        {
            parameters.Add((JsonNode)Parameter(name, "path", OpenApiSchemas.JobId, isRequired: true));
        }

        foreach (var parameter in route.Query)
        {
            parameters.Add((JsonNode)Parameter(parameter.Name, "query", parameter.Schema, parameter.IsRequired));
        }

        return parameters;
    }

    private static JsonObject Parameter(string name, string place, string schema, bool isRequired) =>
        new() { ["name"] = name, ["in"] = place, ["required"] = isRequired, ["schema"] = OpenApiSchemas.Reference(schema) };

    private static JsonObject Responses(OpenTrainRoute route)
    {
        var responses = new JsonObject
        {
            [route.Status.ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["description"] = "Done.", ["content"] = Content(route.Reply) },
        };
        foreach (var status in route.Refusals)
        {
            // Of a listing that was taken down the id alone is told, without the envelope.
            var schema = route.IsOpen && status == 404 ? OpenApiSchemas.NoListing : OpenApiSchemas.Error;
            responses[status.ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["description"] = "Refused.", ["content"] = Content(schema) };
        }

        return responses;
    }

    private static JsonObject Content(string schema) => new() { ["application/json"] = new JsonObject { ["schema"] = OpenApiSchemas.Reference(schema) } };
}
