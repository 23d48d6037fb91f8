namespace JobDraftsPS.Core.TextKing;

/// <summary>
/// Works out what keeps a project from being started: its name, one active job at least, and what each active job lacks. A job that
/// is not active is left out by the service, so its gaps do not count.
/// </summary>
internal static class TranslationProjectGaps
{
    /// <summary>The validation of a project; null unless it is still prepared.</summary>
    public static JobValidation? Find(TranslationProject project, IReadOnlyList<TranslationJob> jobs)
    {
        if (project.State != ProjectStates.Prepared)
        {
            return null;
        }

        var gaps = new List<MissingField>();
        if (string.IsNullOrEmpty(project.Name))
        {
            gaps.Add(new MissingField { Field = "name", Label = "name", Message = "The project needs a name.", Type = "string", UpdateKeys = ["name"] });
        }

        var active = jobs.Where(job => job.IsActive != false).ToArray();
        if (TextKingAssumptions.StartNeedsDocuments && active.Length == 0)
        {
            gaps.Add(new MissingField
            {
                Field = "jobs",
                Label = "Jobs",
                Message = jobs.Count == 0 ? "The project has no job." : $"None of the project's {jobs.Count} jobs is active.",
                Type = "job",
            });
        }

        gaps.AddRange(active.SelectMany(job => job.Validation?.MissingFields ?? [], Gap));
        return new JobValidation
        {
            PublishReady = gaps.Count == 0,
            MissingFieldCount = gaps.Count,
            MissingFields = gaps.ToArray(),
            Source = ValidationSource.Client,
        };
    }

    private static MissingField Gap(TranslationJob job, MissingField gap) => new()
    {
        Field = $"{gap.Field} of job {job.JobId}",
        Label = $"{gap.Label} of job '{job.Name}'",
        Message = gap.Message,
        Prompt = gap.Prompt,
        Type = gap.Type,
        EnumValues = gap.EnumValues,
        UpdateKeys = gap.UpdateKeys,
    };
}
