using System.Text;
using JobDraftsPS.HelpBuilder.About;
using JobDraftsPS.HelpBuilder.Maml;
using JobDraftsPS.HelpBuilder.Pages;
using JobDraftsPS.HelpBuilder.Surface;

namespace JobDraftsPS.HelpBuilder;

/// <summary>Turns a folder of pages into the folder where Get-Help looks.</summary>
internal static class HelpFolder
{
    /// <summary>The page of the parameters that mean the same everywhere.</summary>
    public const string SharedPage = "_shared.md";

    /// <summary>The cmdlets' pages in the order of their names.</summary>
    /// <exception cref="PageException">A page is wrong.</exception>
    public static IReadOnlyList<CommandPage> ReadPages(string pages) =>
        [.. Files(pages).Where(file => !IsAbout(file) && Path.GetFileName(file) != SharedPage).Select(PageReader.Read)];

    /// <summary>Writes the help of all cmdlets and the about topics, and takes away what no page stands for any more.</summary>
    /// <param name="surface">The cmdlets.</param>
    /// <param name="pages">The folder of the pages.</param>
    /// <param name="target">The folder for Get-Help.</param>
    /// <exception cref="PageException">A page is wrong or missing; nothing was written.</exception>
    public static void Build(ModuleSurface surface, string pages, string target)
    {
        var shared = PageReader.ReadShared(Path.Combine(pages, SharedPage));
        var byName = ReadPages(pages).ToDictionary(page => page.Name, StringComparer.Ordinal);
        if (byName.Values.FirstOrDefault(page => surface.Commands.All(command => command.Name != page.Name)) is { } orphan)
        {
            throw new PageException(orphan.File, 1, $"The module exports no {orphan.Name}.");
        }

        var files = surface.Commands
            .Select(command => byName.TryGetValue(command.Name, out var page)
                ? new CommandHelp(command, page, shared)
                : throw new PageException(Path.Combine(pages, command.Name + ".md"), 1, $"There is no page for {command.Name}."))
            .GroupBy(help => help.Surface.HelpFile, StringComparer.Ordinal)
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
