using System.Management.Automation;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>A cmdlet that writes something about TEXTKING jobs that exist.</summary>
public abstract class TranslationJobCommand : SendingCommand
{
    /// <summary>Jobs, job ids, or rows with projectId and jobId columns.</summary>
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

    private protected TextKingClient Client { get; private set; } = null!;

    private protected override void Connect() => Client = new TextKingClient(Resolve(JobService.TextKing));

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
}
