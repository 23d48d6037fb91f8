using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Connections;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Commands;

/// <summary>The sandbox's control panel: its clock, quotas, gates and faults.</summary>
[Cmdlet(VerbsCommon.Set, "JobDraftSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, HelpUri = HelpPages.At + "Set-JobDraftSandbox.md")]
[OutputType(typeof(JobDraftSandbox))]
public sealed class SetJobDraftSandboxCommand : PSCmdlet
{
    /// <summary>The sandbox, or the address of one in another process; left out, the one that runs in this process.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? Sandbox { get; set; }

    /// <summary>Moves the sandbox's clock forward.</summary>
    [Parameter]
    public TimeSpan? AdvanceClock { get; set; }

    /// <summary>Sorce requests allowed within the window.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? RateLimit { get; set; }

    /// <summary>Length of Sorce's sliding window.</summary>
    [Parameter]
    public TimeSpan? RateWindow { get; set; }

    /// <summary>OpenTrain publications allowed in 24 hours.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? PublishQuota { get; set; }

    /// <summary>Largest upload that is taken, in bytes.</summary>
    [Parameter]
    [ValidateRange(0, long.MaxValue)]
    public long? UploadLimit { get; set; }

    /// <summary>How long after its upload TEXTKING knows a document's words; counts for later uploads.</summary>
    [Parameter]
    public TimeSpan? WordCountDelay { get; set; }

    /// <summary>How long every answer takes, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    public int? LatencyMs { get; set; }

    /// <summary>The share of requests, 0 to 1, that fail by chance.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double? FaultRate { get; set; }

    /// <summary>A word that OpenTrain's moderation refuses; empty turns moderation off.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? ModerationWord { get; set; }

    /// <summary>How OpenTrain names the gaps in the answer to a create.</summary>
    [Parameter]
    [ValidateSet("Empty", "Strings", "Objects")]
    public string? MissingFieldForm { get; set; }

    /// <summary>Faults to come: hashtables with Kind and perhaps Service, Method, PathContains, Status, RetryAfterSeconds, RetryAfterForm, Count, Skip.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public IDictionary[]? Fault { get; set; }

    /// <summary>Forgets the faults that still wait.</summary>
    [Parameter]
    public SwitchParameter ClearFault { get; set; }

    /// <summary>Whether Sorce's terms have been accepted.</summary>
    [Parameter]
    public bool? TermsAccepted { get; set; }

    /// <summary>Whether Sorce has a card on file.</summary>
    [Parameter]
    public bool? CardOnFile { get; set; }

    /// <summary>A Sorce job that gets one more application, which locks its qualifications and questions.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ListingCompleter))]
    public string? AddApplication { get; set; }

    /// <summary>What became of that application.</summary>
    [Parameter]
    [ValidateSet("Pending", "Accepted", "Rejected")]
    public string? ApplicationState { get; set; }

    /// <summary>Writes the sandbox, as it is now, to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        try
        {
            var sandbox = Sandbox is null ? Sandboxes.Only() : Sandboxes.Find(Sandbox);
            if (!ShouldProcess(sandbox.ToString(), "Turn the controls of the sandbox"))
            {
                return;
            }

            var turned = Sandboxes.Apply(sandbox, Control());
            if (PassThru)
            {
                WriteObject(turned);
            }
        }
        catch (JobDraftsApiException refused)
        {
            ThrowTerminatingError(Errors.ErrorRecords.ToErrorRecord(refused, Sandbox));
        }
    }

    private SandboxControl Control() => new()
    {
        AdvanceClock = AdvanceClock,
        RateLimit = RateLimit,
        RateWindow = RateWindow,
        PublishQuota = PublishQuota,
        UploadLimit = UploadLimit,
        WordCountDelay = WordCountDelay,
        Latency = LatencyMs is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
        FaultRate = FaultRate,
        ModerationWord = ModerationWord,
        MissingFieldForm = MissingFieldForm is null ? null : (MissingFieldForm)Enum.Parse(typeof(MissingFieldForm), MissingFieldForm, ignoreCase: true),
        Faults = Fault?.Select(SandboxFaults.Read).ToArray(),
        ClearFaults = ClearFault.IsPresent ? true : null,
        TermsAccepted = TermsAccepted,
        CardOnFile = CardOnFile,
        AddApplication = AddApplication,
        ApplicationState = ApplicationState is null ? null : (SorceApplication)Enum.Parse(typeof(SorceApplication), ApplicationState, ignoreCase: true),
    };
}
