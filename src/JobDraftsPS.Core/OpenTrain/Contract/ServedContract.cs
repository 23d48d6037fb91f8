using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using Microsoft.OpenApi;

namespace JobDraftsPS.Core.OpenTrain.Contract;

/// <summary>The service's description of itself.</summary>
internal sealed class ServedContract
{
    private readonly OpenApiPaths paths;
    private readonly string basePath;

    private ServedContract(OpenApiPaths paths, string basePath)
    {
        this.paths = paths;
        this.basePath = basePath.TrimEnd('/');
    }

    /// <summary>Reads a description.</summary>
    /// <param name="text">The JSON text.</param>
    /// <param name="baseUri">The API's base: the paths may be told with it or without.</param>
    /// <exception cref="JobDraftsApiException">It is no OpenAPI description.</exception>
    public static ServedContract Read(string text, Uri baseUri)
    {
        // References to other places are not followed: nothing is fetched but the file itself.
        var read = OpenApiDocument.Parse(text, "json");
        return read.Document?.Paths is { Count: > 0 } paths
            ? new ServedContract(paths, baseUri.AbsolutePath)
            : throw LocalErrors.NoContract(baseUri, read.Diagnostic?.Errors.FirstOrDefault()?.Message ?? "it describes no path");
    }

    /// <summary>The methods of a path; empty when the path is not there.</summary>
    public IReadOnlyDictionary<string, ServedOperation> Methods(ApiRoute route)
    {
        var wanted = Shape(route.Template);
        var item = paths.Where(path => Shape(path.Key) == wanted || WithoutBase(path.Key) is { } below && Shape(below) == wanted).Select(path => path.Value).FirstOrDefault();
        return item?.Operations is { } operations
            ? operations.ToDictionary(pair => pair.Key.Method.ToUpperInvariant(), pair => new ServedOperation(pair.Value, item), StringComparer.Ordinal)
            : new Dictionary<string, ServedOperation>(0);
    }

    private string? WithoutBase(string path) =>
        basePath.Length > 0 && path.StartsWith(basePath + "/", StringComparison.Ordinal) ? path.Substring(basePath.Length) : null;

    /// <summary>A path without the names in its braces, which each side chooses for itself.</summary>
    private static string Shape(string path) =>
        string.Join("/", path.Trim('/').Split('/').Select(segment => segment.StartsWith("{", StringComparison.Ordinal) ? "{}" : segment));
}
