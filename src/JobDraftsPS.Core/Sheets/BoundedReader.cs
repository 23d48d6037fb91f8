using System.Text;

namespace JobDraftsPS.Core.Sheets;

/// <summary>
/// Hands text to a parser and stops one that asks for more than a row may hold: a parser keeps what it has not understood yet, so a
/// quotation mark that is never closed would otherwise draw the whole file into memory.
/// </summary>
internal sealed class BoundedReader : TextReader
{
    private readonly StreamReader inner;
    private readonly string encodingName;
    private long taken;
    private long quotes;

    public BoundedReader(StreamReader inner, string encodingName)
    {
        this.inner = inner;
        this.encodingName = encodingName;
    }

    /// <summary>The row that is being read, for a message.</summary>
    public int RowNumber { get; set; } = 1;

    /// <summary>True when the quotation marks read so far do not pair up.</summary>
    public bool HasOpenQuote => quotes % 2 != 0;

    /// <summary>A row was understood: counting begins anew.</summary>
    public void Mark() => taken = 0;

    public override int Peek()
    {
        try
        {
            return inner.Peek();
        }
        catch (DecoderFallbackException wrong)
        {
            throw WrongEncoding(wrong);
        }
    }

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count)
    {
        int read;
        try
        {
            read = inner.Read(buffer, index, count);
        }
        catch (DecoderFallbackException wrong)
        {
            throw WrongEncoding(wrong);
        }

        taken += read;
        if (taken > SheetLimits.Row)
        {
            throw new InvalidDataException($"row {RowNumber} is longer than {SheetLimits.Row} characters; is a quotation mark or a bracket never closed?");
        }

        for (var i = index; i < index + read; i++)
        {
            quotes += buffer[i] == '"' ? 1 : 0;
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private InvalidDataException WrongEncoding(DecoderFallbackException wrong) => new(
        $"it is not {encodingName} throughout (near row {RowNumber}): say the encoding it was saved in, for instance -Encoding windows-1252, or save it again as UTF-8",
        wrong);
}
