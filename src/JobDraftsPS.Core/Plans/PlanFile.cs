using System.Text.Json;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Files;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Plans;

/// <summary>Plans as files: JSON that people can read, with a checksum over all of it. Only its owner can read one.</summary>
public static class PlanFile
{
    /// <summary>The version of the format that this module writes and reads.</summary>
    public const int Version = 1;

    internal const string Type = "JobDraftsPS.plan";
    private const long LongestFile = 1024L * 1024 * 1024;

    /// <summary>Writes a plan; a file of that name is replaced whole or not at all.</summary>
    /// <exception cref="JobDraftsApiException">It cannot be written.</exception>
    public static void Write(string path, JobDraftPlan plan)
    {
        try
        {
            PrivateFile.Write(path, replace: true, file => PlanJson.Write(file, plan));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw LocalErrors.Plan($"The plan cannot be written to '{path}': {error.Message}", "Give a path in a folder that can be written.");
        }
    }

    /// <summary>Reads a plan.</summary>
    /// <exception cref="JobDraftsApiException">It is none, of a newer version, or was edited.</exception>
    public static JobDraftPlan Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (file.Length > LongestFile)
            {
                throw new InvalidDataException("it is too long");
            }

            var bytes = new byte[file.Length];
            for (int filled = 0, read; filled < bytes.Length; filled += read)
            {
                read = file.Read(bytes, filled, bytes.Length - filled);
                if (read == 0)
                {
                    throw new InvalidDataException("it became shorter while it was read");
                }
            }

            return Read(bytes, $"'{path}'");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or InvalidDataException or JsonException)
        {
            throw LocalErrors.Plan($"'{path}' is no plan that can be read: {error.Message}", "Give the path of a file that New-JobDraftPlan -OutFile wrote.");
        }
    }

    /// <summary>Reads a plan from the bytes of its file.</summary>
    private static JobDraftPlan Read(byte[] bytes, string name)
    {
        using var document = JsonDocument.Parse(JsonText.WithoutMark(bytes));
        var plan = PlanJson.Read(document.RootElement);
        RequireUnedited(plan, name);
        if (!PlanChecksum.Holds(bytes, PlanJson.Check(document.RootElement)))
        {
            throw Changed(name);
        }

        return plan;
    }

    private static JobDraftsApiException Changed(string name) =>
        LocalErrors.Plan($"The plan {name} was changed after it was made, so it is not the one that was reviewed.", "Change the sheet instead, and make a new plan of it.");

    /// <summary>Refuses a plan that is not the one that was made and reviewed.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="name">How the message names it.</param>
    /// <exception cref="JobDraftsApiException">Its content is not what its hash says.</exception>
    public static void RequireUnedited(JobDraftPlan plan, string name)
    {
        if (PlanHash.Of(plan) != plan.Hash)
        {
            throw Changed(name);
        }
    }
}
