namespace JobDraftsPS.Core.Tests.Support;

/// <summary>An answer's body that is read as the test says.</summary>
internal sealed class FakeBody(Func<Memory<byte>, CancellationToken, Task<int>> read) : Stream
{
    /// <summary>How much was read.</summary>
    public long Served { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Served; set => throw new NotSupportedException(); }

    /// <summary>A body without an end.</summary>
    public static FakeBody Endless() => new((buffer, _) => Task.FromResult(buffer.Length));

    /// <summary>A body whose second half never comes.</summary>
    public static FakeBody Stalled(byte[] firstHalf)
    {
        var served = false;
        return new FakeBody(async (buffer, cancellation) =>
        {
            if (served)
            {
                await FakeNetwork.Never(cancellation);
            }

            served = true;
            firstHalf.CopyTo(buffer);
            return firstHalf.Length;
        });
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        var got = await read(buffer.AsMemory(offset, count), cancellationToken);
        Served += got;
        return got;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var got = await read(buffer, cancellationToken);
        Served += got;
        return got;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
