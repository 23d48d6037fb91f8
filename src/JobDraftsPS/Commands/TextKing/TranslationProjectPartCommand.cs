using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>A cmdlet that reads something that TEXTKING projects have.</summary>
public abstract class TranslationProjectPartCommand : ReadingCommand
{
    private TextKingClient client = null!;

    /// <summary>Projects, project ids, jobs, or rows with a projectId column.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The projects (UUIDs).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] ProjectId { get; set; } = [];

    private protected override void Connect() => client = new TextKingClient(Resolve(JobService.TextKing));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByInput)
        {
            Accept(InputObject);
        }
        else
        {
            Array.ForEach(ProjectId, id => Accept(id, () => new Row(null, id) { ProjectId = id }));
        }
    }

    private protected override Row Read(PSObject input, int number) => TextKingTargets.ReadProject(input, number);

    /// <summary>Reads it of one project.</summary>
    private protected abstract Task<ReadPage> ReadAsync(TextKingClient service, string projectId, CallContext context);

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        var projectId = TextKingTargets.Project(row);
        return context => ReadAsync(client, projectId, context);
    }
}
