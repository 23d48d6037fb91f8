using System.Globalization;
using Microsoft.OpenApi;

namespace JobDraftsPS.Core.OpenTrain.Contract;

/// <summary>One call as the service describes it.</summary>
internal sealed class ServedOperation(OpenApiOperation operation, IOpenApiPathItem path)
{
    private const string Json = "application/json";

    /// <summary>The query parameters by name.</summary>
    public IReadOnlyDictionary<string, IOpenApiParameter> Query { get; } = (path.Parameters ?? []).Concat(operation.Parameters ?? [])
        .Where(parameter => parameter.In == ParameterLocation.Query && parameter.Name is not null)
        .GroupBy(parameter => parameter.Name!, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);

    /// <summary>The body; null when none is described.</summary>
    public ServedSchema? Body { get; } = Of(operation.RequestBody?.Content);

    /// <summary>The statuses as they stand there: numbers, <c>4XX</c> or <c>default</c>.</summary>
    public IReadOnlyList<string> Statuses { get; } = (operation.Responses ?? []).Keys.ToArray();

    /// <summary>The answer of success; null when none is described.</summary>
    public ServedSchema? Answer { get; } = (operation.Responses ?? []).Where(response => response.Key.StartsWith("2", StringComparison.Ordinal)).Select(response => Of(response.Value.Content)).FirstOrDefault(schema => schema is not null);

    /// <summary>True when the description has the status, if only by its class.</summary>
    public bool Names(int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture);
        return Statuses.Contains(text) || Statuses.Contains(text[0] + "XX", StringComparer.OrdinalIgnoreCase) || status >= 400 && Statuses.Contains("default");
    }

    private static ServedSchema? Of(IDictionary<string, IOpenApiMediaType>? content)
    {
        var media = content?.OrderBy(pair => pair.Key.StartsWith(Json, StringComparison.OrdinalIgnoreCase) ? 0 : 1).Select(pair => pair.Value).FirstOrDefault();
        return media?.Schema is { } schema ? new ServedSchema(schema) : null;
    }
}
