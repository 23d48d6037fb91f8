using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>A cmdlet that changes callbacks of TEXTKING jobs that exist.</summary>
public abstract class TranslationCallbackCommand : SendingCommand
{
    /// <summary>Callbacks, or rows with projectId, jobId and callbackId columns.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The callbacks (UUIDs).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] CallbackId { get; set; } = [];

    /// <summary>The job that the callbacks belong to (UUID).</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string JobId { get; set; } = string.Empty;

    /// <summary>The project that holds the job (UUID).</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string ProjectId { get; set; } = string.Empty;

    private protected TextKingClient Client { get; private set; } = null!;

    private protected override void Connect() => Client = new TextKingClient(Resolve(JobService.TextKing));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Array.ForEach(CallbackId, id => Accept(id, () => new Row(null, id) { ProjectId = ProjectId, JobId = JobId, CallbackId = id }));
        }
        else
        {
            Accept(InputObject);
        }
    }

    private protected override Row Read(PSObject input, int number) => TextKingTargets.ReadCallback(input, number);
}
