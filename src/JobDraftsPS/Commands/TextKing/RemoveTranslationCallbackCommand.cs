using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Removes callbacks of TEXTKING jobs.</summary>
[Cmdlet(VerbsCommon.Remove, "TranslationCallback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput)]
[OutputType(typeof(void))]
public sealed class RemoveTranslationCallbackCommand : SendingCommand
{
    private TextKingClient client = null!;

    /// <summary>Callbacks, or rows with projectId, jobId and callbackId columns.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The callbacks to remove (UUIDs).</summary>
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

    private protected override void Connect() => client = new TextKingClient(Resolve(JobService.TextKing));

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

    private protected override Submission? Prepare(Row row, object? present)
    {
        var (projectId, jobId, callbackId) = TextKingTargets.Callback(row);
        return new Submission($"TextKing callback '{callbackId}' of job '{jobId}'", "Remove", client.DeleteCallback(projectId, jobId, callbackId));
    }
}
