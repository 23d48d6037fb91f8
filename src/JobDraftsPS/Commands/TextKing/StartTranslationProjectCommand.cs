using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Starts TEXTKING projects: a billed order. Says first what is ordered, and refuses what cannot be started.</summary>
[Cmdlet(VerbsLifecycle.Start, "TranslationProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByInput)]
[OutputType(typeof(TranslationProject))]
public sealed class StartTranslationProjectCommand : SendingCommand
{
    private TextKingClient client = null!;

    /// <summary>Projects, project ids, or rows with a projectId column.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The projects to start (UUIDs).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] ProjectId { get; set; } = [];

    /// <summary>Sends also what is known not to be ready: the service decides.</summary>
    [Parameter]
    public SwitchParameter SkipCheck { get; set; }

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

    private protected override PresentRead? ReadAhead(Row row)
    {
        var projectId = TextKingTargets.WholeProject(row);
        return new PresentRead(projectId.ToUpperInvariant(), async context => await client.GetOrderAsync(projectId, context).ConfigureAwait(false));
    }

    private protected override Submission? Prepare(Row row, object? present)
    {
        var order = (ProjectOrder)present!;
        var projectId = TextKingTargets.WholeProject(row);
        return new Submission($"TextKing project '{projectId}' ({EditText.Shorten(order.Project.Name ?? string.Empty)})", "Start, a billed order: " + order.Describe(), client.Start(projectId))
        {
            Refusal = SkipCheck ? null : TextKingClient.WhyNotStartable(order.Project),
        };
    }
}
