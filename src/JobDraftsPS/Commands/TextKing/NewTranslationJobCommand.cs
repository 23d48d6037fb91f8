using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Creates TEXTKING jobs in projects that are prepared, from rows, projects or parameters. A new job is new and costs nothing.</summary>
[Cmdlet(VerbsCommon.New, "TranslationJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ById, HelpUri = HelpPages.At + "New-TranslationJob.md")]
[OutputType(typeof(TranslationJob))]
public sealed class NewTranslationJobCommand : TranslationJobFieldCommand
{
    /// <summary>Rows with a projectId column and the job's fields, projects, or project ids: one job each.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The project that shall hold the job (UUID); also for rows that name none.</summary>
    [Parameter(ParameterSetName = ByInput)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string? ProjectId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Accept(ProjectId!, () => new Row(null, ProjectId!) { ProjectId = ProjectId });
        }
        else
        {
            Accept(InputObject);
        }
    }

    private protected override Row Read(PSObject input, int number) => TextKingTargets.ReadProject(input, number);

    private protected override Submission? Prepare(Row row, object? present)
    {
        if (row.JobId is { } jobId)
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"The row names job '{jobId}', and this command makes new ones.", "Leave the jobId column empty, or use Set-TranslationJob.");
        }

        var projectId = TextKingTargets.Project(row, ProjectId);
        var fields = Binder.Bind(row, WriteWarning);
        return new Submission(TextKingTargets.Name(row, projectId), "Create job: " + EditText.Of(fields), Client.CreateJob(projectId, fields));
    }
}
