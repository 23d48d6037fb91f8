using System.Security.Cryptography;
using JobDraftsPS.Benchmarks.Hosting;

namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>Sends one large document through the module and fetches it back.</summary>
internal static class FileClient
{
    private const int Megabyte = 1_000_000;

    /// <summary>The largest working set of this process, in kilobytes, after a document went there and came back unchanged.</summary>
    public static long PeakAfter(Uri address, string project, string job, int megabytes, string folder, Func<long> peak)
    {
        var source = Path.Combine(folder, $"book-{megabytes}.docx");
        Write(source, megabytes);
        using (var session = new EngineSession())
        {
            session.ConnectSandbox(address);
            session.Set("source", source);
            session.Set("folder", Path.Combine(folder, "back"));
            session.Run($"Send-TranslationDocument {job} {project} $source | Out-Null");
            session.Run($"Save-TranslationDocument {job} {project} -Path $folder -Force | Out-Null");
        }

        var kilobytes = peak();
        return Hash(source) == Hash(Path.Combine(folder, "back", Path.GetFileName(source)))
            ? kilobytes
            : throw new InvalidOperationException("What came back is not what was sent.");
    }

    private static void Write(string path, int megabytes)
    {
        var random = new Random(megabytes);
        var block = new byte[Megabyte];
        using var file = File.Create(path);
        for (var i = 0; i < megabytes; i++)
        {
            random.NextBytes(block);
            file.Write(block);
        }
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
