using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Reads the callbacks of TEXTKING jobs: all of a job, or those named.</summary>
[Cmdlet(VerbsCommon.Get, "TranslationCallback", DefaultParameterSetName = ById, HelpUri = HelpPages.At + "Get-TranslationCallback.md")]
[OutputType(typeof(TranslationCallback))]
public sealed class GetTranslationCallbackCommand : ReadingCommand
{
    private TextKingClient client = null!;

    /// <summary>Jobs, callbacks, or rows with projectId and jobId columns and perhaps a callbackId column.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The project that holds the job (UUID).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string ProjectId { get; set; } = string.Empty;

    /// <summary>The job (UUID).</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string JobId { get; set; } = string.Empty;

    /// <summary>The callbacks to read (UUIDs); all of the job when left out.</summary>
    [Parameter(Position = 2, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[]? CallbackId { get; set; }

    private protected override void Connect() => client = new TextKingClient(Resolve(JobService.TextKing));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByInput)
        {
            Accept(InputObject);
        }
        else if (CallbackId is null)
        {
            Accept(JobId, () => new Row(null, JobId) { ProjectId = ProjectId, JobId = JobId });
        }
        else
        {
            Array.ForEach(CallbackId, id => Accept(id, () => new Row(null, id) { ProjectId = ProjectId, JobId = JobId, CallbackId = id }));
        }
    }

    private protected override Row Read(PSObject input, int number) => TextKingTargets.ReadCallback(input, number);

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        var (projectId, jobId) = TextKingTargets.Job(row, null);
        if (row.CallbackId is not { } callbackId)
        {
            return context => client.GetCallbacksAsync(projectId, jobId, context);
        }

        TextKingClient.RequireId("callback", callbackId);
        return async context => ReadPage.Of(await client.GetCallbackAsync(projectId, jobId, callbackId, context).ConfigureAwait(false));
    }
}
