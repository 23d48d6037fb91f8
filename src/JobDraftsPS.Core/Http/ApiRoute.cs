namespace JobDraftsPS.Core.Http;

/// <summary>One call that a service offers, as this module takes it for granted.</summary>
internal sealed class ApiRoute
{
    /// <param name="method">The HTTP method, upper case.</param>
    /// <param name="template">The path with names in braces.</param>
    /// <param name="statuses">The statuses that the documentation names, those of success first.</param>
    public ApiRoute(string method, string template, params int[] statuses)
    {
        Method = method;
        Template = template;
        Statuses = statuses;
    }

    public string Method { get; }

    public string Template { get; }

    public IReadOnlyList<int> Statuses { get; }

    /// <summary>Members without which a good answer cannot be read.</summary>
    public IReadOnlyList<string> Needed { get; init; } = [];

    public bool IsOf(ApiRequest request) => request.Method == Method && request.Template == Template;

    public override string ToString() => $"{Method} {Template}";
}
