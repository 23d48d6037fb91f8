using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace JobDraftsPS.Core.Plans;

/// <summary>
/// The checksum of a plan's file: over all bytes before it but the white space between values, so that a file that was laid out anew still
/// has it. Anyone can compute it: it finds a slip or damage, not a person who means it; a signature does.
/// </summary>
internal sealed class PlanChecksum : IDisposable
{
    /// <summary>The member that holds it, the last one of the file.</summary>
    public const string Member = "check";

    private const int Digits = 64;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[16 * 1024];
    private bool isInText;
    private bool isEscaped;

    /// <summary>True when a file ends with the checksum of what stands before it.</summary>
    public static bool Holds(byte[] file, string check)
    {
        var end = EndOfContent(file, check);
        if (check.Length != Digits || end < 0)
        {
            return false;
        }

        var begin = file.Length >= 3 && file[0] == 0xef && file[1] == 0xbb && file[2] == 0xbf ? 3 : 0;
        using var sum = new PlanChecksum();
        sum.Add(file, begin, end - begin);
        return sum.Take() == check;
    }

    public void Add(byte[] bytes, int offset, int count)
    {
        var filled = 0;
        for (var at = offset; at < offset + count; at++)
        {
            var letter = bytes[at];
            if (!isInText && IsSpace(letter))
            {
                continue;
            }

            buffer[filled++] = letter;
            if (filled == buffer.Length)
            {
                hash.AppendData(buffer);
                filled = 0;
            }

            isInText ^= letter == '"' && !isEscaped;
            isEscaped = isInText && letter == '\\' && !isEscaped;
        }

        hash.AppendData(buffer, 0, filled);
    }

    /// <summary>The checksum of what was added.</summary>
    public string Take() => string.Concat(hash.GetHashAndReset().Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));

    public void Dispose() => hash.Dispose();

    /// <summary>Where the file goes over into its checksum; -1 where it does not end with it.</summary>
    private static int EndOfContent(byte[] file, string check)
    {
        var tail = Encoding.UTF8.GetBytes($",\"{Member}\":\"{check}\"}}");
        var at = file.Length;
        for (var letter = tail.Length - 1; letter >= 0; letter--)
        {
            do
            {
                at--;
            }
            while (at >= 0 && IsSpace(file[at]));
            if (at < 0 || file[at] != tail[letter])
            {
                return -1;
            }
        }

        return at;
    }

    private static bool IsSpace(byte letter) => letter is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
