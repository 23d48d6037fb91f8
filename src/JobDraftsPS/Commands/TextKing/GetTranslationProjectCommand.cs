using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Reads TEXTKING projects: all, those in a state, or those named. A prepared one says what still keeps it from being started.</summary>
[Cmdlet(VerbsCommon.Get, "TranslationProject", DefaultParameterSetName = ByList, HelpUri = HelpPages.At + "Get-TranslationProject.md")]
[OutputType(typeof(TranslationProject))]
public sealed class GetTranslationProjectCommand : ReadingCommand
{
    private const string ByList = "List";

    private TextKingClient client = null!;

    /// <summary>Projects, project ids, jobs, or rows with a projectId column.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The projects to read (UUIDs); all of the account when left out.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] ProjectId { get; set; } = [];

    /// <summary>Only those whose name is like this; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Name { get; set; } = [];

    /// <summary>Only the projects in this state.</summary>
    [Parameter(ParameterSetName = ByList)]
    [ValidateSet(ProjectStates.Prepared, ProjectStates.Running, ProjectStates.Finished, ProjectStates.Canceled)]
    public string? State { get; set; }

    /// <summary>Does not read the jobs of prepared projects, so that their Validation stays unknown.</summary>
    [Parameter]
    public SwitchParameter SkipCheck { get; set; }

    private protected override void Connect() => client = new TextKingClient(Resolve(JobService.TextKing));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case ByInput:
                Accept(InputObject);
                break;
            case ById:
                Array.ForEach(ProjectId, id => Accept(id, () => new Row(null, id) { ProjectId = id }));
                break;
            default:
                Accept("projects", () => new Row(null, "projects"));
                break;
        }
    }

    private protected override Row Read(PSObject input, int number) => TextKingTargets.ReadProject(input, number);

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        var sideBySide = ThrottleLimit;
        if (ParameterSetName == ByList)
        {
            var state = State?.ToLowerInvariant();
            return Checked(Named(context => client.GetProjectsAsync(state, context)), sideBySide);
        }

        var projectId = TextKingTargets.Project(row);
        return Checked(Named(async context => ReadPage.Of(await client.GetProjectAsync(projectId, context).ConfigureAwait(false))), sideBySide);
    }

    private Func<CallContext, Task<ReadPage>> Named(Func<CallContext, Task<ReadPage>> read) => new RecordFilter(Name).Over(read);

    private Func<CallContext, Task<ReadPage>> Checked(Func<CallContext, Task<ReadPage>> read, int sideBySide) => SkipCheck
        ? read
        : async context => await client.ValidateAsync(await read(context).ConfigureAwait(false), sideBySide, context).ConfigureAwait(false);
}
