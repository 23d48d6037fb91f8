using System.Text.Json;
using JobDraftsPS.Core.Files;

namespace JobDraftsPS.Core.Pacing;

/// <summary>The files that all processes of a user share their pace through: one a credential, named by its hash.</summary>
internal static class PacingFiles
{
    private const string Ending = ".json";
    private const int NameLength = 24;
    private const int LargestFile = 4 * 1024 * 1024;

    /// <summary>No window is longer than a day.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    /// <summary>The file of a credential; null where there is no folder to keep it in.</summary>
    public static string? Find(string credential)
    {
        if (StateFolder.Find("pacing") is not { } folder)
        {
            return null;
        }

        RemoveOld(folder);
        return Path.Combine(folder, credential + Ending);
    }

    /// <summary>What the file says; null where it says nothing that can be read, so that what this process knows still holds.</summary>
    public static PacingState? Read(FileStream file)
    {
        if (file.Length == 0)
        {
            return null;
        }

        try
        {
            var state = JsonSerializer.Deserialize(file, PacingJson.Default.PacingState);
            return IsWhole(state) ? state : null;
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            // A process died while it wrote: what only it knew is lost, and the service's own refusals take its place.
            return null;
        }
    }

    /// <summary>Deletes what no window can need any more. Only a file that is ours by name and by content goes, and nothing behind a link.</summary>
    public static void RemoveOld(string folder)
    {
        try
        {
            // Someone else's folder may stand behind a link.
            if (PrivateFile.IsLink(folder) || (Path.GetDirectoryName(folder) is { } above && PrivateFile.IsLink(above)))
            {
                return;
            }

            foreach (var file in Directory.EnumerateFiles(folder, "*" + Ending))
            {
                if (IsOurName(Path.GetFileName(file)) && !PrivateFile.IsLink(file) && IsOld(file))
                {
                    RemoveOurs(file);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What cannot be tidied up does no harm.
        }
    }

    private static bool IsOurName(string name) =>
        name.Length == NameLength + Ending.Length && name.Take(NameLength).All(letter => letter is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static bool IsOld(string file) => DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > Kept;

    private static void RemoveOurs(string file)
    {
        try
        {
            // Held while it goes, so that no process writes into a file that has no name any more.
            using var held = PrivateFile.Open(file, FileMode.Open, FileAccess.Read, Path.DirectorySeparatorChar == '\\' ? FileShare.Delete : FileShare.None);
            if (held.Length <= LargestFile && IsOld(file) && IsOurContent(held))
            {
                File.Delete(file);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Another process has it, so it is not old.
        }
    }

    /// <summary>Stricter than the reading: what lacks our one member, or has others, is not ours.</summary>
    private static bool IsOurContent(FileStream file)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.EnumerateObject().Select(member => member.Name).SequenceEqual(["quotas"])
                && IsWhole(root.Deserialize(PacingJson.Default.PacingState));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>False where somebody's editor has put a null in the place of a list.</summary>
    private static bool IsWhole(PacingState? state) =>
        state is { Quotas: { } quotas } && quotas.Values.All(quota => quota is { Slots: { } slots } && slots.TrueForAll(slot => slot is { Id: not null }));
}
