using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace JobDraftsPS.Core.Journal;

/// <summary>
/// The checksums of a journal's lines. Each covers its line and the checksum before it, so that a line that was changed, moved, doubled or
/// taken out shows. Anyone can compute them: they find damage, not a person who means it.
/// </summary>
internal sealed class JournalChain
{
    private const int Bytes = 8;

    private static readonly byte[] Start = Encoding.ASCII.GetBytes(",\"check\":\"");
    private static readonly byte[] End = Encoding.ASCII.GetBytes("\"}");
    private static readonly int Length = Start.Length + (2 * Bytes) + End.Length;

    private byte[] last = [];
    private bool isChecked;

    /// <summary>Gives a line its checksum.</summary>
    /// <param name="line">A JSON object that is not empty.</param>
    public byte[] Close(byte[] line)
    {
        var closed = new byte[line.Length - 1 + Length];
        Array.Copy(line, closed, line.Length - 1);
        isChecked = true;
        last = Checksum(line, line.Length - 1);
        Start.CopyTo(closed, line.Length - 1);
        last.CopyTo(closed, line.Length - 1 + Start.Length);
        End.CopyTo(closed, closed.Length - End.Length);
        return closed;
    }

    /// <summary>Takes the next line of a file.</summary>
    /// <param name="bytes">The line as it stands.</param>
    /// <param name="line">What it says.</param>
    /// <returns>False when it is not the line that was written there.</returns>
    public bool Take(byte[] bytes, JournalLine line)
    {
        // An editor may have changed the ends of lines, and nothing else.
        var length = bytes.Length > 0 && bytes[bytes.Length - 1] == '\r' ? bytes.Length - 1 : bytes.Length;
        if (line.Check is null)
        {
            // Versions before the checksums wrote runs without them, and may do so again behind ours.
            isChecked &= line.Type != JournalLine.Run;
            last = [];
            return !isChecked;
        }

        var content = length - Length;
        var expected = content > 0 ? Checksum(bytes, content) : [];
        if (content <= 0 || !Has(bytes, content, Start) || !Has(bytes, content + Start.Length, expected) || !Has(bytes, length - End.Length, End))
        {
            return false;
        }

        isChecked = true;
        last = expected;
        return true;
    }

    private static bool Has(byte[] bytes, int at, byte[] part) => bytes.AsSpan(at, part.Length).SequenceEqual(part);

    private byte[] Checksum(byte[] line, int length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(last);
        hash.AppendData(line, 0, length);
        return Encoding.ASCII.GetBytes(string.Concat(hash.GetHashAndReset().Take(Bytes).Select(part => part.ToString("x2", CultureInfo.InvariantCulture))));
    }
}
