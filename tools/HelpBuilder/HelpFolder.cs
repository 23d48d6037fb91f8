using System.Text;
using JobDraftsPS.HelpBuilder.About;
using JobDraftsPS.HelpBuilder.Maml;
using JobDraftsPS.HelpBuilder.Pages;

namespace JobDraftsPS.HelpBuilder;

/// <summary>Turns a folder of pages into the folder where Get-Help looks.</summary>
internal static class HelpFolder
{
    /// <summary>The cmdlets' pages in the order of their names.</summary>
    /// <exception cref="PageException">A page is wrong.</exception>
    public static IReadOnlyList<CommandPage> ReadPages(string pages) =>
        [.. Files(pages).Where(file => !IsAbout(file)).Select(PageReader.Read)];

    /// <summary>Writes the help of all cmdlets and the about topics, and takes away what no page stands for any more.</summary>
    /// <exception cref="PageException">A page is wrong; nothing was written.</exception>
    public static void Build(string pages, string target)
    {
        var files = ReadPages(pages)
            .GroupBy(page => page.HelpFile, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => MamlWriter.Write(group), StringComparer.Ordinal);
        foreach (var about in Files(pages).Where(IsAbout))
        {
            files[Path.GetFileNameWithoutExtension(about) + ".help.txt"] = AboutWriter.Write(about);
        }

        Directory.CreateDirectory(target);
        foreach (var (name, text) in files)
        {
            Write(Path.Combine(target, name), text);
        }

        foreach (var stale in Directory.EnumerateFiles(target).Where(file => !files.ContainsKey(Path.GetFileName(file))))
        {
            File.Delete(stale);
        }
    }

    private static IEnumerable<string> Files(string pages) => Directory.EnumerateFiles(pages, "*.md").Order(StringComparer.Ordinal);

    private static bool IsAbout(string file) => Path.GetFileName(file).StartsWith("about_", StringComparison.Ordinal);

    /// <summary>A session that reads the help in this moment sees the old file or the new one, never half of it.</summary>
    private static void Write(string file, string text)
    {
        var draft = $"{file}.{Environment.ProcessId}.tmp";
        // Windows PowerShell reads a text without the mark in the machine's old code page.
        File.WriteAllText(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        File.Move(draft, file, overwrite: true);
    }
}
