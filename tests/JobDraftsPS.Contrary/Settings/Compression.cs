namespace JobDraftsPS.Contrary.Settings;

/// <summary>How a body is packed where the client says that it can unpack it.</summary>
internal enum Compression
{
    None,
    Gzip,
    Deflate,
    Brotli,
}
