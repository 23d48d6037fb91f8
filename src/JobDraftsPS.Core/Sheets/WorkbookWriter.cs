using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Validations;
using SpreadCheetah.Worksheets;

namespace JobDraftsPS.Core.Sheets;

/// <summary>
/// Writes workbooks (<c>.xlsx</c>), a row at a time. Texts are text cells, which no spreadsheet program runs; each file is whole or not
/// there, and its owner's alone.
/// </summary>
public static class WorkbookWriter
{
    private const int Measured = 200;
    private const int NarrowestColumn = 8;
    private const int WidestColumn = 60;

    /// <summary>Rows below the last that still offer their lists: people add rows.</summary>
    private const int RowsToAdd = 1000;

    /// <summary>Writes a workbook.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pages">Its pages in the order of their tabs.</param>
    /// <param name="replace">True to replace a file of that name.</param>
    /// <exception cref="JobDraftsApiException">It cannot be written, or is there already.</exception>
    public static void Write(string path, IReadOnlyList<SheetPage> pages, bool replace) =>
        SheetFiles.Write(path, replace, file => WriteAsync(file, pages).GetAwaiter().GetResult());

    private static async Task WriteAsync(Stream file, IReadOnlyList<SheetPage> pages)
    {
        var options = new SpreadCheetahOptions { PreserveStringWhitespace = true };
        using var book = await Spreadsheet.CreateNewAsync(file, options).ConfigureAwait(false);
        var styles = new Styles(book);
        var lists = new List<IReadOnlyList<string>>();
        foreach (var page in pages)
        {
            await WriteAsync(book, page, styles, lists).ConfigureAwait(false);
        }

        if (lists.Count > 0)
        {
            await WriteListsAsync(book, lists).ConfigureAwait(false);
        }

        await book.FinishAsync().ConfigureAwait(false);
    }

    private static async Task WriteAsync(Spreadsheet book, SheetPage page, Styles styles, List<IReadOnlyList<string>> lists)
    {
        using var rows = page.Rows.GetEnumerator();
        var first = new List<IReadOnlyList<object?>>();
        while (first.Count < Measured && rows.MoveNext())
        {
            first.Add(rows.Current);
        }

        await book.StartWorksheetAsync(page.Name, OptionsOf(page, first)).ConfigureAwait(false);
        var kinds = page.Columns.Select(column => styles.Of(column, page.IsProse)).ToArray();
        await book.AddRowAsync(page.Columns.Select(column => new StyledCell(WorkbookText.Escape(column.Name), column.IsReadOnly ? styles.GreyHeader : styles.Header)).ToArray()).ConfigureAwait(false);
        var count = 1;
        var cells = new StyledCell[page.Columns.Count];
        foreach (var row in first)
        {
            await AddAsync(row).ConfigureAwait(false);
        }

        while (rows.MoveNext())
        {
            await AddAsync(rows.Current).ConfigureAwait(false);
        }

        AddChoices(book, page, count, lists);

        async ValueTask AddAsync(IReadOnlyList<object?> row)
        {
            count++;
            var written = row.Count <= cells.Length ? cells : new StyledCell[row.Count];
            for (var i = 0; i < written.Length; i++)
            {
                written[i] = kinds[Math.Min(i, kinds.Length - 1)].Cell(i < row.Count ? row[i] : null);
            }

            await book.AddRowAsync(written).ConfigureAwait(false);
        }
    }

    private static WorksheetOptions OptionsOf(SheetPage page, List<IReadOnlyList<object?>> first)
    {
        var options = new WorksheetOptions { FrozenRows = 1, Visibility = page.IsHidden ? WorksheetVisibility.Hidden : WorksheetVisibility.Visible };
        if (page is { IsProse: false, IsHidden: false, Columns.Count: > 0 })
        {
            options.AutoFilter = new AutoFilterOptions($"A1:{Letters(page.Columns.Count - 1)}{Math.Max(2, (page.Rows as IReadOnlyCollection<IReadOnlyList<object?>>)?.Count + 1 ?? first.Count + 1)}");
        }

        for (var i = 0; i < page.Columns.Count; i++)
        {
            // The header carries the filter's button.
            var longest = first.Select(row => i < row.Count ? LengthOf(row[i]) : 0).Append(page.Columns[i].Name.Length + 4).Max();
            options.Column(i + 1).Width = Math.Min(WidestColumn, Math.Max(NarrowestColumn, longest + 1));
        }

        return options;
    }

    private static int LengthOf(object? value) => value switch
    {
        null => 0,
        string text => text.Split('\n').Max(line => line.Length),
        DateTime date => date.TimeOfDay == TimeSpan.Zero ? 10 : 19,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.Length,
    };

    private static void AddChoices(Spreadsheet book, SheetPage page, int last, List<IReadOnlyList<string>> lists)
    {
        for (var i = 0; i < page.Columns.Count; i++)
        {
            var choices = page.Columns[i].Choices;
            if (choices.Count == 0 || page.Columns[i].IsReadOnly)
            {
                continue;
            }

            if (!DataValidation.TryCreateListValues(choices, true, out var validation))
            {
                // Too long for the cell's own list: the values stand in a hidden page.
                lists.Add(choices);
                var letters = Letters(lists.Count - 1);
                validation = DataValidation.ListValuesFromCells(ListsPage, $"{letters}2:{letters}{choices.Count + 1}", true);
            }

            validation.ErrorTitle = "Not in the list";
            validation.ErrorMessage = $"'{Cut(page.Columns[i].Name)}' takes one of the values in its list.";
            book.AddDataValidation($"{Letters(i)}2:{Letters(i)}{Math.Min(last + RowsToAdd, SheetLimits.Rows)}", validation);
        }
    }

    private const string ListsPage = "Lists";

    private static async Task WriteListsAsync(Spreadsheet book, List<IReadOnlyList<string>> lists)
    {
        await book.StartWorksheetAsync(ListsPage, new WorksheetOptions { Visibility = WorksheetVisibility.Hidden }).ConfigureAwait(false);
        await book.AddRowAsync(lists.Select((_, i) => new DataCell($"List {i + 1}")).ToArray()).ConfigureAwait(false);
        for (var row = 0; row < lists.Max(list => list.Count); row++)
        {
            await book.AddRowAsync(lists.Select(list => row < list.Count ? new DataCell(WorkbookText.Escape(list[row])) : default).ToArray()).ConfigureAwait(false);
        }
    }

    private static string Cut(string text) => text.Length <= 100 ? text : text.Substring(0, 100);

    private static string Letters(int column)
    {
        var letters = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>How cells look. Texts have the format of text: a program makes no number, date or formula of one that a person types there.</summary>
    private sealed class Styles
    {
        private const string Text = "@";
        private const string Day = "yyyy-mm-dd";
        private const string Moment = "yyyy-mm-dd hh:mm:ss";
        private static readonly System.Drawing.Color Grey = System.Drawing.Color.FromArgb(0xF0, 0xF0, 0xF0);
        private static readonly System.Drawing.Color Faint = System.Drawing.Color.FromArgb(0x70, 0x70, 0x70);
        private readonly Spreadsheet book;
        private readonly Dictionary<(string? Format, bool IsGrey, bool IsWrapped), StyleId> made = [];

        public Styles(Spreadsheet book)
        {
            this.book = book;
            Header = book.AddStyle(new Style { Font = { Bold = true }, Fill = { Color = System.Drawing.Color.FromArgb(0xDD, 0xE7, 0xF3) } });
            GreyHeader = book.AddStyle(new Style { Font = { Bold = true, Color = Faint }, Fill = { Color = System.Drawing.Color.FromArgb(0xE0, 0xE0, 0xE0) } });
        }

        public StyleId Header { get; }

        public StyleId GreyHeader { get; }

        public CellStyle Of(SheetColumn column, bool isWrapped) => new(
            Find(column.Kind == SheetCellKind.Text ? Text : null, column.IsReadOnly, isWrapped),
            Find(Day, column.IsReadOnly, isWrapped),
            Find(Moment, column.IsReadOnly, isWrapped));

        private StyleId Find(string? format, bool isGrey, bool isWrapped)
        {
            if (!made.TryGetValue((format, isGrey, isWrapped), out var id))
            {
                var style = new Style();
                if (format is not null)
                {
                    style.Format = NumberFormat.Custom(format);
                }

                if (isGrey)
                {
                    style.Fill.Color = Grey;
                    style.Font.Color = Faint;
                }

                if (isWrapped)
                {
                    style.Alignment.WrapText = true;
                    style.Alignment.Vertical = VerticalAlignment.Top;
                }

                made[(format, isGrey, isWrapped)] = id = book.AddStyle(style);
            }

            return id;
        }
    }

    private sealed class CellStyle(StyleId plain, StyleId day, StyleId moment)
    {
        public StyledCell Cell(object? value) => value switch
        {
            null => new StyledCell((string?)null, plain),
            string text => new StyledCell(WorkbookText.Escape(text), plain),
            bool flag => new StyledCell(flag, plain),
            long whole => new StyledCell(whole, plain),
            int whole => new StyledCell(whole, plain),
            decimal exact => new StyledCell(exact, plain),
            DateTime date => new StyledCell(date, date.TimeOfDay == TimeSpan.Zero ? day : moment),
            _ => new StyledCell(WorkbookText.Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty), plain),
        };
    }
}
