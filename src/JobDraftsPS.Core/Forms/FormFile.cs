using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Files;
using JobDraftsPS.Core.Sheets;

namespace JobDraftsPS.Core.Forms;

/// <summary>Writes the gaps of many jobs as one sheet for a person with a spreadsheet, and reads the answers back.</summary>
public static class FormFile
{
    private static readonly string[] Columns = ["Service", "ProjectId", "JobId", "Field", "Prompt", "Type", "Allowed", "Example", "Answer"];

    /// <summary>Writes a form; only its owner can read it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="gaps">The rows.</param>
    /// <param name="delimiter">What stands between the cells.</param>
    /// <param name="replace">True to replace a file of that name, which may hold answers.</param>
    /// <exception cref="JobDraftsApiException">It cannot be written, or is there already.</exception>
    public static void Write(string path, IReadOnlyList<FormGap> gaps, char delimiter, bool replace)
    {
        try
        {
            PrivateFile.Write(path, replace, file =>
            {
                // Without the mark a spreadsheet takes the file for the machine's old code page.
                using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024, leaveOpen: true);
                using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter.ToString(), NewLine = "\r\n" });
                WriteRow(csv, Columns);
                foreach (var gap in gaps)
                {
                    WriteRow(csv, [gap.Service.ToString(), gap.ProjectId, gap.JobId, gap.Field, gap.Prompt, gap.Type, string.Join("; ", gap.Allowed), gap.Example, null]);
                }
            });
        }
        catch (IOException) when (!replace && File.Exists(path))
        {
            throw LocalErrors.Form($"The form '{path}' is there already, and may hold answers.", "Give another path, or -Force to replace it.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw LocalErrors.Form($"The form cannot be written to '{path}': {error.Message}", "Give a path in a folder that can be written.");
        }
    }

    /// <summary>The rows of a form that have an answer; an answer that does not fit comes with what is wrong with it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What is said about it.</param>
    /// <exception cref="JobDraftsApiException">It is no form that can be read.</exception>
    public static IEnumerable<FormAnswer> Read(string path, SheetOptions options)
    {
        foreach (var row in SheetReader.Read(path, options))
        {
            var cells = CellsOf(row);
            if (row.Number == 1 && !cells.ContainsKey("field") && !cells.ContainsKey("jobid"))
            {
                throw LocalErrors.Form($"'{path}' is no form: it lacks the columns {string.Join(", ", Columns)}.", "Give the path of a file that Export-JobDraftForm wrote.");
            }

            if (row.Problem is not null || (cells.TryGetValue("answer", out var answer) && answer.Trim().Length > 0))
            {
                yield return FormAnswer.Read(row, cells);
            }
        }
    }

    /// <summary>The cells by column. A column without a name says nothing, and of a doubled one the row itself tells.</summary>
    private static Dictionary<string, string> CellsOf(SheetRow row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in row.Cells)
        {
            cells[FieldSet.Key(cell.Key)] = FormCells.Restore(cell.Value as string ?? string.Empty);
        }

        return cells;
    }

    private static void WriteRow(CsvWriter csv, IReadOnlyList<string?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(FormCells.Neutral(cell ?? string.Empty));
        }

        csv.NextRecord();
    }
}
