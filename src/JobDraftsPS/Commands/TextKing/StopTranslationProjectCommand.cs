using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Cancels TEXTKING projects that are prepared. A canceled project can never be started.</summary>
[Cmdlet(VerbsLifecycle.Stop, "TranslationProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByInput)]
[OutputType(typeof(TranslationProject))]
public sealed class StopTranslationProjectCommand : SendingCommand
{
    private TextKingClient client = null!;

    /// <summary>Projects, project ids, or rows with a projectId column.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The projects to cancel (UUIDs).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] ProjectId { get; set; } = [];

    private protected override void Connect() => client = new TextKingClient(Resolve(JobService.TextKing));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Array.ForEach(ProjectId, id => Accept(id, () => new Row(null, id) { ProjectId = id }));
        }
        else
        {
            Accept(InputObject);
        }
    }

    private protected override Row Read(PSObject input, int number) => TextKingTargets.ReadProject(input, number);

    private protected override Submission? Prepare(Row row, object? present)
    {
        var projectId = TextKingTargets.WholeProject(row);
        return new Submission(TextKingTargets.Name(row, projectId), "Cancel, for good", client.Cancel(projectId));
    }
}
