using System.Net.Http.Headers;

namespace JobDraftsPS.Core.Http;

/// <summary>The body of an answer once it has been read, with the headers that came with it.</summary>
internal sealed class ReadBody(byte[] bytes, HttpContentHeaders received) : ByteArrayContent(bytes)
{
    public byte[] Bytes { get; } = bytes;

    public HttpContentHeaders Received { get; } = received;
}
