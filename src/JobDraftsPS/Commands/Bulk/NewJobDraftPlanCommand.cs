using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Plans;
using JobDraftsPS.Core.Services;
using JobDraftsPS.Core.Sheets;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Checks rows for one service or several and shows what each would change. Sends no write.</summary>
[Cmdlet(VerbsCommon.New, "JobDraftPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "New-JobDraftPlan.md")]
[OutputType(typeof(JobDraftPlan))]
public sealed class NewJobDraftPlanCommand : ServiceCommand
{
    private const string ByInput = "Input";
    private const string ByPath = "Path";
    private const string ByUndo = "Undo";
    private readonly PlanBuilder builder = new();
    private PlanUndo? undo;
    private int rows;

    /// <summary>Rows with the columns of a sheet, or records of this module. A text that stands in its place is the path of a sheet.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ByInput)]
    [ArgumentCompleter(typeof(TableCompleter<PlanColumnSource>))]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>A sheet: CSV, JSON, JSON Lines or YAML.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByPath)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Plans to put back the values that the journal knows from before its run.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByUndo)]
    public SwitchParameter Undo { get; set; }

    /// <summary>The sheet's encoding by name; left out, it is found, or UTF-8.</summary>
    [Parameter(ParameterSetName = ByPath)]
    [ValidateNotNullOrEmpty]
    [EncodingName]
    public string? Encoding { get; set; }

    /// <summary>What stands between the cells of a CSV sheet; left out, it is found.</summary>
    [Parameter(ParameterSetName = ByPath)]
    public char? Delimiter { get; set; }

    /// <summary>The service of rows that name none.</summary>
    [Parameter(ParameterSetName = ByInput)]
    [Parameter(ParameterSetName = ByPath)]
    [KnownService]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    /// <summary>What is done by rows that do not say.</summary>
    [Parameter(ParameterSetName = ByInput)]
    [Parameter(ParameterSetName = ByPath)]
    [ExactName(typeof(PlanOperation))]
    public PlanOperation Operation { get; set; } = PlanOperation.Update;

    /// <summary>A journal whose last values stand in where the service cannot tell the present ones; with -Undo the one to undo.</summary>
    [Parameter(ParameterSetName = ByInput)]
    [Parameter(ParameterSetName = ByPath)]
    [Parameter(Mandatory = true, ParameterSetName = ByUndo)]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>The most rows that the plan may change; more is an error.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? MaxChange { get; set; }

    /// <summary>A file to write the plan to; only its owner can read it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        builder.DefaultService = ServiceRegistry.Find(Service)?.Id;
        builder.DefaultOperation = Operation;
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        ThrowIfStopping();
        if (ParameterSetName == ByInput && !IsPath)
        {
            foreach (var row in Rows())
            {
                builder.Add(PlanRows.Read(row, ++rows));
            }

            return;
        }

        try
        {
            if (Undo)
            {
                ReadUndo();
                return;
            }

            foreach (var row in SheetReader.Read(FilePath.Resolve(SessionState, Sheet), new SheetOptions { Encoding = Encoding, Delimiter = Delimiter }))
            {
                ThrowIfStopping();
                builder.Add(PlanInputReader.Read(row));
            }
        }
        catch (JobDraftsApiException refused)
        {
            Terminate(refused, Undo ? JournalPath : Sheet);
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        try
        {
            var plan = Make();
            RequireFew(plan);
            var errors = plan.Findings.Count(finding => finding.Severity == PlanSeverity.Error);
            if (errors > 0)
            {
                WriteWarning($"The plan has {errors} error{(errors == 1 ? string.Empty : "s")}; its Findings name each by row and column.");
            }

            if (undo is not null && plan.Findings.Count(finding => finding.Code == "CannotUndo") is var impossible and > 0)
            {
                WriteWarning($"{impossible} row{(impossible == 1 ? string.Empty : "s")} of the journal cannot be undone, or not wholly; the plan's Findings say why.");
            }

            Save(plan);
            WriteObject(plan);
        }
        catch (JobDraftsApiException refused)
        {
            Terminate(refused, Path.Length > 0 || IsPath ? Sheet : null);
        }
    }

    /// <summary>True for a text on the command line: <c>New-JobDraftPlan ./edits.csv</c>.</summary>
    private bool IsPath => InputObject?.BaseObject is string && MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)) && !MyInvocation.ExpectingInput;

    private string Sheet => IsPath ? (string)InputObject.BaseObject : Path;

    /// <summary>One row from the pipeline; all of them where they stand on the command line.</summary>
    private IEnumerable<PSObject> Rows() => InputObject.BaseObject is object[] several ? several.Select(PSObject.AsPSObject) : [InputObject];

    private JobDraftPlan Make()
    {
        if (builder.Count == 0 && undo is null)
        {
            throw LocalErrors.Plan("There is no row to plan.", "Pipe rows, or give -Path with a sheet.");
        }

        var services = new PlanServices();
        foreach (var service in builder.Services)
        {
            services.Use(Resolve(service));
        }

        undo?.RequireAccounts(services.Accounts);
        var rules = Await(services.GetRulesAsync);
        foreach (var ofService in rules)
        {
            builder.Use(ofService);
        }

        var state = Await(context => services.ReadAsync(builder.Targets(), context));
        if (JournalPath is not null && undo is null)
        {
            LastKnown.Add(FilePath.Resolve(SessionState, JournalPath), state);
        }

        var plan = builder.Build(state, services.Accounts, DateTimeOffset.UtcNow);
        undo?.Annotate(plan, rules);
        return plan;
    }

    private void ReadUndo()
    {
        undo = PlanUndo.Read(FilePath.Resolve(SessionState, JournalPath!));
        foreach (var input in undo.Inputs)
        {
            builder.Add(input);
        }
    }

    private void RequireFew(JobDraftPlan plan)
    {
        var changing = plan.Rows.Count(row => row.Changes.Length > 0);
        if (MaxChange is { } most && changing > most)
        {
            throw LocalErrors.Plan($"The plan changes {changing} rows, and -MaxChange allows {most}.", "Look at the rows, and give a higher -MaxChange if all of them are meant.");
        }
    }

    private void Save(JobDraftPlan plan)
    {
        if (OutFile is not null && Confirm(OutFile, "Write the plan"))
        {
            PlanFile.Write(FilePath.Resolve(SessionState, OutFile), plan);
        }
    }
}
