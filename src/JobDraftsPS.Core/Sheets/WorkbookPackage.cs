using System.IO.Compression;

namespace JobDraftsPS.Core.Sheets;

/// <summary>Looks at the parts of a workbook before anything is unfolded.</summary>
internal static class WorkbookPackage
{
    /// <summary>How much of a workbook may be held at once: its texts.</summary>
    private const long HeldMost = 512L * 1024 * 1024;

    /// <summary>How much may be read past.</summary>
    private const long Most = 4L * 1024 * 1024 * 1024;

    private const string Pages = "xl/worksheets/";

    /// <exception cref="InvalidDataException">It is no workbook, is encrypted, or unfolds to more than a sheet can be.</exception>
    public static void Require(Stream file, SheetFacts facts)
    {
        try
        {
            using var package = Open(file);
            if (package.GetEntry("[Content_Types].xml") is null || package.GetEntry("xl/workbook.xml") is null)
            {
                throw new InvalidDataException("it is packed like a workbook and is none; save it as 'Excel Workbook (.xlsx)'");
            }

            long held = 0, all = 0;
            foreach (var part in package.Entries)
            {
                all += part.Length;
                held += part.FullName.StartsWith(Pages, StringComparison.OrdinalIgnoreCase) ? 0 : part.Length;
                if (part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                {
                    facts.Remarks.Add("The workbook has macros. They are not run; only the values that it was saved with are read.");
                }
            }

            if (held > HeldMost || all > Most)
            {
                throw new InvalidDataException($"it unfolds to {all / (1024 * 1024)} MiB, which no sheet of jobs takes; save only the page with the rows, or split it");
            }
        }
        finally
        {
            file.Position = 0;
        }
    }

    private static ZipArchive Open(Stream file)
    {
        try
        {
            return new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException damaged)
        {
            throw new InvalidDataException("it begins like a workbook and is damaged or cut off; copy it anew, or save it again", damaged);
        }
    }
}
