using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Connections;
using JobDraftsPS.Errors;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Commands;

/// <summary>Does in a sandbox what only TEXTKING or its web site can do: deliver a translation, ask for a revision, accept it, give a job up.</summary>
[Cmdlet(VerbsLifecycle.Complete, "SandboxTranslation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Complete-SandboxTranslation.md")]
[OutputType(typeof(void))]
public sealed class CompleteSandboxTranslationCommand : PSCmdlet
{
    private const string ByInput = "Input";
    private const string ById = "Id";

    private JobDraftSandbox sandbox = null!;
    private int rows;

    /// <summary>Records, rows with a jobId column, or ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The jobs (UUIDs).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>What happens to the jobs: Deliver, Revise, Complete or Cancel.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("Deliver", "Revise", "Complete", "Cancel")]
    public string Step { get; set; } = "Deliver";

    /// <summary>The sandbox, or the address of one in another process; the only one of this process when left out.</summary>
    [Parameter]
    [ValidateNotNull]
    public PSObject? Sandbox { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        try
        {
            sandbox = Sandbox is null ? Sandboxes.Only() : Sandboxes.Find(Sandbox);
        }
        catch (JobDraftsApiException refused)
        {
            ThrowTerminatingError(refused.ToErrorRecord(Sandbox));
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Array.ForEach(JobId, id => Turn(id, null, () => new Row(null, id) { JobId = id }));
        }
        else
        {
            var number = ++rows;
            Turn(InputObject, number, () => RowReader.Read(InputObject, number));
        }
    }

    private void Turn(object source, int? number, Func<Row> read)
    {
        try
        {
            var jobId = Targets.RequireJob(read(), JobService.TextKing, "job");
            if (ShouldProcess($"job '{jobId}' in the sandbox at {sandbox}", Step))
            {
                Sandboxes.Apply(sandbox, new SandboxControl
                {
                    Translation = new SandboxTranslation { JobId = jobId, Step = (SandboxTranslationStep)Enum.Parse(typeof(SandboxTranslationStep), Step, ignoreCase: true) },
                });
            }
        }
        catch (JobDraftsApiException refused)
        {
            WriteError(refused.ToErrorRecord(source, number));
        }
    }
}
