using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Starts TEXTKING projects: a billed order. Says first what is ordered, and refuses what cannot be started.</summary>
[Cmdlet(VerbsLifecycle.Start, "TranslationProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Start-TranslationProject.md")]
[OutputType(typeof(TranslationProject))]
public sealed class StartTranslationProjectCommand : TranslationProjectCommand
{
    /// <summary>Sends also what is known not to be ready: the service decides.</summary>
    [Parameter]
    public SwitchParameter SkipCheck { get; set; }

    private protected override SnapshotRead? ReadAhead(Row row)
    {
        var projectId = TextKingTargets.WholeProject(row);
        return new SnapshotRead(JobService.TextKing, projectId.ToUpperInvariant(), async context => await Client.GetOrderAsync(projectId, context).ConfigureAwait(false));
    }

    private protected override Submission? Prepare(Row row, object? present)
    {
        var order = (ProjectOrder)present!;
        var projectId = TextKingTargets.WholeProject(row);
        return new Submission($"TextKing project '{projectId}'{EditText.Titled(order.Project.Name)}", "Start, a billed order: " + order.Describe(), Client.Start(projectId, order))
        {
            Refusal = SkipCheck ? null : TextKingClient.WhyNotStartable(order.Project),
        };
    }
}
