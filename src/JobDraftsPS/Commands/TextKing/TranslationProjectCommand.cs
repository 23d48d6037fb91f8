using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>A cmdlet that changes the state of whole TEXTKING projects, or takes them away.</summary>
public abstract class TranslationProjectCommand : SendingCommand
{
    /// <summary>Projects, project ids, or rows with a projectId column.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The projects (UUIDs).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] ProjectId { get; set; } = [];

    private protected TextKingClient Client { get; private set; } = null!;

    private protected override void Connect() => Client = new TextKingClient(Resolve(JobService.TextKing));

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
}
