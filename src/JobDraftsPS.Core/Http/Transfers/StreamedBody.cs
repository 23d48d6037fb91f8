namespace JobDraftsPS.Core.Http.Transfers;

/// <summary>A request's body that is read while it is sent, anew for every attempt, so that no file has to fit into the memory.</summary>
internal sealed class StreamedBody(Func<Stream> open, string contentType, Func<string> description)
{
    private readonly Lazy<string> description = new(description);

    /// <summary>The body's media type with its parameters.</summary>
    public string ContentType { get; } = contentType;

    /// <summary>What is sent, as JSON text that stands for it in a journal; equal only for equal content.</summary>
    public string Description => description.Value;

    /// <summary>Opens it from its beginning.</summary>
    /// <exception cref="JobDraftsApiException">It cannot be read.</exception>
    public Stream Open() => open();
}
