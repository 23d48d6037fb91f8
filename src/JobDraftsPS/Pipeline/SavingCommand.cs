using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Pipeline;

/// <summary>A cmdlet that saves a file of each TEXTKING job in a folder of this machine.</summary>
public abstract class SavingCommand : ReadingCommand
{
    private TextKingClient client = null!;
    private RunProgress progress = null!;
    private string folder = string.Empty;

    /// <summary>Records, or rows with projectId and jobId columns.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The jobs (UUIDs).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>The project that holds the jobs (UUID); also for rows that name none.</summary>
    [Parameter(ParameterSetName = ByInput)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string? ProjectId { get; set; }

    /// <summary>The folder; made when it is not there. The current one when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = ".";

    /// <summary>Replaces files that are there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected sealed override RunProgress? Progress => progress;

    private protected sealed override void Connect()
    {
        folder = FilePath.Resolve(SessionState, Path);
        client = new TextKingClient(Resolve(JobService.TextKing));
    }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        progress = new RunProgress(this);
        base.BeginProcessing();
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Accept(JobId);
        }
        else
        {
            Accept(InputObject);
        }
    }

    /// <summary>Asks, and says what is to be fetched.</summary>
    private protected Func<CallContext, Task<ReadPage>> Save(Row row, JobFile file)
    {
        var (projectId, jobId) = TextKingTargets.Job(row, ProjectId);
        return Confirm($"TextKing job '{jobId}' in project '{projectId}'", $"Save its {(file == JobFile.Document ? "document" : "translation")} in '{folder}'")
            ? async context => ReadPage.Of(await client.SaveAsync(file, projectId, jobId, folder, Force, context).ConfigureAwait(false))
            : _ => Task.FromResult(ReadPage.Of());
    }
}
