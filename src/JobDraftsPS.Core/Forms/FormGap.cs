namespace JobDraftsPS.Core.Forms;

/// <summary>One gap of one job, as a row of a form.</summary>
public sealed class FormGap
{
    /// <summary>The service.</summary>
    public JobService Service { get; set; }

    /// <summary>The project, of TEXTKING.</summary>
    public string? ProjectId { get; set; }

    /// <summary>The job.</summary>
    public string JobId { get; set; } = string.Empty;

    /// <summary>The field to fill, by the service's name.</summary>
    public string Field { get; set; } = string.Empty;

    /// <summary>The question.</summary>
    public string? Prompt { get; set; }

    /// <summary>What the field holds, in the service's word.</summary>
    public string? Type { get; set; }

    /// <summary>The allowed values; empty for any.</summary>
    public IReadOnlyList<string> Allowed { get; set; } = [];

    /// <summary>An answer as it could be.</summary>
    public string? Example { get; set; }

    /// <summary>The gaps of a job, one a field to fill.</summary>
    public static IEnumerable<FormGap> Of(JobRecord job) => (job.Validation?.MissingFields ?? []).SelectMany(
        gap => gap.UpdateKeys.Length > 0 ? gap.UpdateKeys : [gap.Field],
        (gap, field) => new FormGap
        {
            Service = job.Service,
            ProjectId = (job as TranslationJob)?.ProjectId,
            JobId = job.JobId,
            Field = field,
            Prompt = gap.Prompt ?? gap.Message ?? gap.Label,
            Type = gap.Type,
            Allowed = gap.EnumValues,
            Example = gap.Example,
        });
}
