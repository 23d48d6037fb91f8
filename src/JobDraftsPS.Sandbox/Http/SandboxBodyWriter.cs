namespace JobDraftsPS.Sandbox.Http;

/// <summary>Takes the bytes of a body one after another; what grows large goes on in a file.</summary>
internal sealed class SandboxBodyWriter : IDisposable
{
    private const int KeptInMemory = 1024 * 1024;

    private readonly MemoryStream memory = new();
    private FileStream? file;

    public long Length => file?.Length ?? memory.Length;

    public void Write(byte[] bytes, int offset, int count)
    {
        if (file is null && memory.Length + count > KeptInMemory)
        {
            file = CreateFile();
            memory.WriteTo(file);
            memory.SetLength(0);
        }

        ((Stream?)file ?? memory).Write(bytes, offset, count);
    }

    /// <summary>Takes all of another body.</summary>
    public void Write(SandboxBody body)
    {
        using var stream = body.OpenRead();
        var chunk = new byte[80 * 1024];
        for (var read = stream.Read(chunk, 0, chunk.Length); read > 0; read = stream.Read(chunk, 0, chunk.Length))
        {
            Write(chunk, 0, read);
        }
    }

    /// <summary>The body; nothing can be added to it.</summary>
    public SandboxBody ToBody()
    {
        if (file is null)
        {
            return new SandboxBody(memory.ToArray());
        }

        file.Flush();
        var body = new SandboxBody(file);
        file = null;
        return body;
    }

    public void Dispose() => file?.Dispose();

    private static FileStream CreateFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"jobdrafts-sandbox-{Guid.NewGuid():N}.tmp");
        var created = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

        // It has no name from now on and ends with its last reader, also where the process is killed.
        File.Delete(path);
        return created;
    }
}
