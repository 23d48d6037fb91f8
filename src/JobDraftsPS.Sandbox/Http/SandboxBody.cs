namespace JobDraftsPS.Sandbox.Http;

/// <summary>The bytes of a request or an answer: few of them in memory, many in a file that nobody else can open and that goes with it.</summary>
public sealed class SandboxBody
{
    private readonly byte[] bytes;
    private readonly FileStream? file;

    /// <summary>A body in memory.</summary>
    public SandboxBody(byte[] bytes)
    {
        this.bytes = bytes;
        Length = bytes.Length;
    }

    internal SandboxBody(FileStream file)
    {
        bytes = [];
        this.file = file;
        Length = file.Length;
    }

    /// <summary>No bytes at all.</summary>
    public static SandboxBody Empty { get; } = new([]);

    /// <summary>The number of bytes.</summary>
    public long Length { get; }

    /// <summary>All of it in memory.</summary>
    public byte[] ToArray() => file is null ? bytes : Head(int.MaxValue);

    /// <summary>The first bytes, at most so many.</summary>
    public byte[] Head(int most)
    {
        var head = new byte[Math.Min(Length, most)];
        var filled = 0;
        while (filled < head.Length)
        {
            filled += Read(filled, head, filled, head.Length - filled);
        }

        return head;
    }

    /// <summary>Reads it from its beginning; several may read at once.</summary>
    public Stream OpenRead() => file is null ? new MemoryStream(bytes, writable: false) : new SandboxBodyStream(this);

    internal int Read(long at, byte[] buffer, int offset, int count)
    {
        if (file is null)
        {
            count = (int)Math.Min(count, bytes.Length - at);
            Buffer.BlockCopy(bytes, (int)at, buffer, offset, count);
            return count;
        }

        lock (file)
        {
            file.Position = at;
            return file.Read(buffer, offset, count);
        }
    }
}
