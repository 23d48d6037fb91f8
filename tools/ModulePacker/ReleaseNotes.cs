namespace JobDraftsPS.ModulePacker;

/// <summary>What the changelog says of one version.</summary>
internal static class ReleaseNotes
{
    /// <summary>A gallery cuts or refuses longer ones.</summary>
    public const int MaxLength = 35_000;

    private const string Heading = "## [";

    /// <summary>The section of the version; before the version has one, that of what is not released yet.</summary>
    /// <exception cref="PackException">The changelog has neither, or the section is empty or too long.</exception>
    public static string Of(string version, string changelog)
    {
        var lines = changelog.ReplaceLineEndings("\n").Split('\n');
        var notes = Section(lines, version) ?? Section(lines, "Unreleased") ?? throw new PackException($"{ModuleTree.Changelog} has no section for {version} and none for what is unreleased.");
        return notes.Length is > 0 and <= MaxLength
            ? notes
            : throw new PackException($"The section of {ModuleTree.Changelog} has {notes.Length} characters; 1 to {MaxLength} are allowed.");
    }

    private static string? Section(string[] lines, string name)
    {
        var start = Array.FindIndex(lines, line => line.StartsWith($"{Heading}{name}]", StringComparison.Ordinal));
        return start < 0 ? null : string.Join('\n', lines.Skip(start + 1).TakeWhile(line => !line.StartsWith(Heading, StringComparison.Ordinal))).Trim();
    }
}
