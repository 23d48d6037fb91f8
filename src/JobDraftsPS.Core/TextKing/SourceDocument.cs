using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http.Transfers;

namespace JobDraftsPS.Core.TextKing;

/// <summary>A file that is to be translated or priced, checked as far as that can be done here.</summary>
public sealed class SourceDocument
{
    private const string CorrectPath = "Correct the path and run it again.";
    private readonly string path;

    private SourceDocument(string path, string name, string contentType, long length)
    {
        this.path = path;
        Name = name;
        ContentType = contentType;
        Length = length;
        Body = new StreamedBody(Open, contentType, Describe);
    }

    /// <summary>The name that the service gets, with its ending.</summary>
    public string Name { get; }

    /// <summary>The media type that it is sent with.</summary>
    public string ContentType { get; }

    /// <summary>Its size in bytes when it was looked at.</summary>
    public long Length { get; }

    internal StreamedBody Body { get; }

    /// <summary>Looks at a file.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="name">Another name for the service; null for the file's own.</param>
    /// <param name="contentType">Its media type, for the service to judge; null to tell it by the name's ending.</param>
    /// <exception cref="JobDraftsApiException">It is missing, empty, no file, or of a format that is not translated; nothing was sent.</exception>
    public static SourceDocument Find(string path, string? name, string? contentType)
    {
        if (Directory.Exists(path))
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"'{path}' is a folder, and a document is needed.", CorrectPath);
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"There is no document '{path}'.", CorrectPath);
        }

        if (file.Length == 0)
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"The document '{path}' is empty.", "Give a document with text in it.");
        }

        name ??= file.Name;
        if (name is "." or ".." || name.IndexOfAny(['/', '\\']) >= 0 || name.Any(char.IsControl))
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"'{name}' cannot be a document's name: slashes and control characters are not allowed.", "Give -Name with a plain file name.");
        }

        if (contentType is not null && !MediaTypeHeaderValue.TryParse(contentType, out _))
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"'{contentType}' is no media type.", "Write it like text/plain; charset=utf-8.");
        }

        return new SourceDocument(file.FullName, name, contentType ?? DocumentTypes.ContentTypeOf(name) ?? throw LocalErrors.WrongDocumentType(name, DocumentTypes.Listed), file.Length);
    }

    /// <inheritdoc />
    public override string ToString() => $"'{Name}' ({Size(Length)}, {ContentType})";

    private static string Size(long bytes) => bytes switch
    {
        < 1024 => bytes.ToString(CultureInfo.InvariantCulture) + " bytes",
        < 1024 * 1024 => (bytes / 1024.0).ToString("0.#", CultureInfo.InvariantCulture) + " KiB",
        _ => (bytes / (1024.0 * 1024)).ToString("0.#", CultureInfo.InvariantCulture) + " MiB",
    };

    private FileStream Open()
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"The document '{path}' cannot be read: {error.Message.TrimEnd('.')}.", "Close it elsewhere, or see to it that it can be read, and run it again.");
        }
    }

    /// <summary>Stands for the content in a journal, so that a changed file is sent again and an unchanged one is not.</summary>
    private string Describe()
    {
        using var stream = Open();
        using var hash = SHA256.Create();
        var sum = string.Concat(hash.ComputeHash(stream).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
        return new JsonObject { ["document"] = Name, ["contentType"] = ContentType, ["bytes"] = Length, ["sha256"] = sum }.ToJsonString();
    }
}
