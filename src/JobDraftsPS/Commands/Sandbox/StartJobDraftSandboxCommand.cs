using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Connections;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Commands;

/// <summary>Starts the three services on this machine, with data and tokens that open nothing real, to rehearse a script in.</summary>
[Cmdlet(VerbsLifecycle.Start, "JobDraftSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, HelpUri = HelpPages.At + "Start-JobDraftSandbox.md")]
[OutputType(typeof(JobDraftSandbox))]
public sealed class StartJobDraftSandboxCommand : PSCmdlet
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>How long every answer takes, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    public int LatencyMs { get; set; }

    /// <summary>The share of requests, 0 to 1, that fail by chance.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double FaultRate { get; set; }

    /// <summary>OpenTrain publications allowed in 24 hours.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int PublishQuota { get; set; } = 20;

    /// <summary>A JSON file with further data to start with.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DataPath { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (!ShouldProcess(Port == 0 ? "a free port on 127.0.0.1" : $"127.0.0.1:{Port}", "Start a sandbox"))
        {
            return;
        }

        try
        {
            WriteObject(Sandboxes.Start(new SandboxOptions
            {
                Port = Port,
                Latency = TimeSpan.FromMilliseconds(LatencyMs),
                FaultRate = FaultRate,
                PublishQuota = PublishQuota,
                DataPath = DataPath is null ? null : FilePath.Resolve(SessionState, DataPath),
            }));
        }
        catch (JobDraftsApiException refused)
        {
            ThrowTerminatingError(Errors.ErrorRecords.ToErrorRecord(refused, null));
        }
    }
}
