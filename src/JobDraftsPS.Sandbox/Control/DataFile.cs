using System.Text.Json;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>Reads the file of <see cref="SandboxOptions.DataPath"/> and hands each section to its service.</summary>
internal static class DataFile
{
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not what the option describes.</exception>
    public static void Load(string path, IEnumerable<HostedService> services)
    {
        using var document = Parse(path);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"{path} has to be a JSON object with one member a service.");
        }

        var targets = services.Where(hosted => hosted.Load is not null).ToArray();
        foreach (var section in document.RootElement.EnumerateObject())
        {
            var target = targets.FirstOrDefault(candidate => candidate.Section == section.Name)
                ?? throw new InvalidDataException(
                    $"{path}: '{section.Name}' is no section; there are {string.Join(", ", targets.Select(known => known.Section))}.");
            target.Load!(section.Value);
        }
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path));
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"{path} is not JSON: {malformed.Message}", malformed);
        }
    }
}
