using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Sheets;

/// <summary>Reads a page of a workbook (<c>.xlsx</c>), a row at a time: the values, of formulas the last ones that were worked out.</summary>
internal static class Workbook
{
    /// <summary>Beyond this a spreadsheet program keeps only the first fifteen digits of a number.</summary>
    private const double LargestExact = 999_999_999_999_999;

    private const int LastRow = 1_048_576;
    private const int WidestHeader = 1000;
    private const int NamedMerges = 3;

#if NET8_0_OR_GREATER
    /// <summary>The library names code page 1252 before it looks at anything, and the platform has it only when asked. PowerShell asks for it itself.</summary>
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
#endif

    /// <summary>True for what is, or claims to be, a workbook.</summary>
    public static bool Is(string path, byte[] head, int length) =>
        Path.GetExtension(path).ToUpperInvariant() is ".XLSX" or ".XLSM" or ".XLTX" or ".XLS" or ".XLSB" or ".ODS" || IsZip(head, length) || IsCompound(head, length);

    /// <summary>The rows of a page.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The page; null for the first one that is shown.</param>
    /// <param name="facts">Takes what else the file tells.</param>
    /// <exception cref="InvalidDataException">It is no workbook that can be read.</exception>
    public static IEnumerable<SheetRow> Read(Stream file, string? name, SheetFacts facts)
    {
        facts.IsWorkbook = true;
        Guard(() => RequireReadable(file, facts));
        facts.Baseline = Guard(() => ReadBaseline(file));
        file.Position = 0;
        using var book = Guard(() => Open(file));
        Guard(() => GoTo(book, name));
        using var rows = Rows(book, facts).GetEnumerator();
        while (Guard(rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    private static IEnumerable<SheetRow> Rows(IExcelDataReader book, SheetFacts facts)
    {
        RequireUnmerged(book);
        if (book.RowCount > LastRow)
        {
            throw new InvalidDataException($"its page '{book.Name}' has a row {book.RowCount}, and no spreadsheet program has more than {LastRow}");
        }

        if (!book.Read())
        {
            throw new InvalidDataException($"its page '{book.Name}' is empty");
        }

        var header = Header(book);
        facts.Columns = header;
        var (number, hidden, line) = (0, 0, 1);
        while (book.Read())
        {
            line++;
            var values = Values(book, header.Length);
            if (Array.TrueForAll(values, value => value is null))
            {
                continue;
            }

            if (number == 0 && !SheetHeader.Tells(header) && SheetHeader.Tells(values.OfType<string>()))
            {
                throw new InvalidDataException($"the names of the columns seem to stand in row {line}; delete the rows above it, so that the first row names the columns");
            }

            if (++number > SheetLimits.Rows)
            {
                throw new InvalidDataException($"it has more than {SheetLimits.Rows} rows; split it");
            }

            hidden += book.RowHeight == 0 ? 1 : 0;
            yield return Row(number, line, header, values, Beyond(book, header.Length));
        }

        if (hidden > 0)
        {
            facts.Remarks.Add($"{hidden} row{(hidden == 1 ? " is" : "s are")} hidden in the workbook, by a filter or by hand, and {(hidden == 1 ? "counts" : "count")} like the others.");
        }

        if (Enumerable.Range(0, header.Length).Where(i => header[i].Length > 0 && book.GetColumnWidth(i) == 0).Select(i => $"'{header[i]}'").ToArray() is { Length: > 0 } columns)
        {
            facts.Remarks.Add($"Hidden columns count like the others: {string.Join(", ", columns)}.");
        }
    }

    private static SheetRow Row(int number, int line, string[] header, object?[] values, bool isBeyond)
    {
        var cells = new List<KeyValuePair<string, object?>>(header.Length);
        var isHeader = true;
        for (var i = 0; i < header.Length; i++)
        {
            if (values[i] is { } value)
            {
                SheetLimits.RequireCell(number, header[i], (value as string)?.Length ?? 0);
                isHeader &= value is string text && FieldSet.Key(text) == FieldSet.Key(header[i]);
                cells.Add(new(header[i], value));
            }
        }

        var problem = isBeyond ? "the row has a cell beyond the last column that has a name"
            : isHeader ? "the row repeats the names of the columns; delete it"
            : null;
        return new SheetRow(number, cells, problem, line);
    }

    private static string[] Header(IExcelDataReader book)
    {
        var names = Enumerable.Range(0, Math.Min(book.FieldCount, WidestHeader)).Select(i => Convert.ToString(book.GetValue(i), CultureInfo.InvariantCulture) ?? string.Empty).ToList();
        while (names.Count > 0 && names[names.Count - 1].Trim().Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        return names.Count > 0 ? SheetHeader.Of(names) : throw new InvalidDataException($"the first row of its page '{book.Name}' is empty; it names the columns");
    }

    private static object?[] Values(IExcelDataReader book, int count)
    {
        var values = new object?[count];
        for (var i = 0; i < Math.Min(count, book.FieldCount); i++)
        {
            values[i] = Value(book.GetValue(i));
        }

        return values;
    }

    private static bool Beyond(IExcelDataReader book, int count)
    {
        for (var i = count; i < Math.Min(book.FieldCount, WidestHeader); i++)
        {
            if (book.GetValue(i) is not (null or ""))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Numbers come as binary ones, whatever was typed; a whole one has no fraction to keep.</summary>
    private static object? Value(object? value) => value switch
    {
        null or "" => null,
        double number when Math.Abs(number) > LargestExact => new CellFault("the number has more than 15 digits, and a workbook keeps no more; format the cell as text and type it again"),
        double number when Math.Truncate(number) == number => (long)number,
        int number => (long)number,
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        _ => value,
    };

    private static SheetBaseline? ReadBaseline(Stream file)
    {
        file.Position = 0;
        using var book = Open(file);
        do
        {
            if (book.Name == SheetBaseline.PageName && book.VisibleState != "visible")
            {
                return SheetBaseline.Read(Lines(book));
            }
        }
        while (book.NextResult());
        return null;
    }

    /// <summary>A line is a row's cells put together: one cell does not hold every line.</summary>
    private static IEnumerable<string> Lines(IExcelDataReader book)
    {
        book.Read();
        while (book.Read())
        {
            yield return string.Concat(Enumerable.Range(0, book.FieldCount).Select(i => book.GetValue(i) as string));
        }
    }

    private static void GoTo(IExcelDataReader book, string? name)
    {
        var pages = new List<string>();
        do
        {
            if (name is null ? book.VisibleState == "visible" : string.Equals(book.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            pages.Add(book.Name);
        }
        while (book.NextResult());
        throw new InvalidDataException(name is null ? "all of its pages are hidden; name one with -WorksheetName" : $"it has no page '{name}'; it has {string.Join(", ", pages.Select(page => $"'{page}'"))}");
    }

    private static void RequireUnmerged(IExcelDataReader book)
    {
        if (book.MergeCells is { Length: > 0 } merged)
        {
            var named = string.Join(", ", merged.Take(NamedMerges).Select(range => $"row {range.FromRow + 1}{(range.ToRow == range.FromRow ? string.Empty : $" to {range.ToRow + 1}")}"));
            throw new InvalidDataException($"its page '{book.Name}' has merged cells ({named}), and it is not known which row their value is for; unmerge them");
        }
    }

    private static void RequireReadable(Stream file, SheetFacts facts)
    {
        var head = new byte[8];
        file.Position = 0;
        var length = file.Read(head, 0, head.Length);
        file.Position = 0;
        if (IsCompound(head, length))
        {
            throw new InvalidDataException("it is a workbook of the old kind (.xls), or one that is encrypted with a password; save it as 'Excel Workbook (.xlsx)' without a password");
        }

        if (!IsZip(head, length))
        {
            throw new InvalidDataException(length == 0 ? "it is empty" : "its name is that of a workbook and its content is not one; save it as 'Excel Workbook (.xlsx)'");
        }

        WorkbookPackage.Require(file, facts);
    }

    private static bool IsZip(byte[] head, int length) => length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;

    private static bool IsCompound(byte[] head, int length) => length >= 8 && head[0] == 0xD0 && head[1] == 0xCF && head[2] == 0x11 && head[3] == 0xE0;

    private static IExcelDataReader Open(Stream file) => ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });

    private static void Guard(Action action) => Guard(() =>
    {
        action();
        return true;
    });

    /// <summary>What the library makes of a file that somebody broke is our own refusal: the sheet is no better for its exceptions.</summary>
    private static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception broken) when (broken is ExcelReaderException or XmlException or FormatException or OverflowException or ArgumentException or InvalidOperationException or IndexOutOfRangeException
            or NullReferenceException or KeyNotFoundException or NotSupportedException or InvalidCastException or DecoderFallbackException)
        {
            throw new InvalidDataException($"it is no workbook that can be read: {broken.Message}", broken);
        }
    }
}
