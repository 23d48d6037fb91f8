using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>A cmdlet that writes fields of OpenTrain jobs: a draft and a live job have the same fields and differ in what a write does.</summary>
public abstract class OpenTrainEditCommand : SendingCommand
{
    private OpenTrainClient client = null!;
    private EditBinder? binder;

    /// <summary>Rows with a jobId column, records of this module, or job ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The jobs to write.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OpenTrainJobCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>The title.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? JobTitle { get; set; }

    /// <summary>The description.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? JobDescription { get; set; }

    /// <summary>How the work is paid: PAY_PER_LABEL, PAY_PER_HOUR or FIXED_PRICE.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? PaymentType { get; set; }

    /// <summary>US dollars an hour, with PAY_PER_HOUR.</summary>
    [Parameter]
    [Field(FieldType.Number)]
    public decimal? PricePerHour { get; set; }

    /// <summary>US dollars a label, with PAY_PER_LABEL.</summary>
    [Parameter]
    [Field(FieldType.Number)]
    public decimal? PricePerLabel { get; set; }

    /// <summary>US dollars in all, with FIXED_PRICE.</summary>
    [Parameter]
    [Field(FieldType.Number)]
    public decimal? FixedPrice { get; set; }

    /// <summary>The experience wanted: EXPERT, ENTRY_LEVEL, INTERMEDIATE or ANY_EXPERIENCE_LEVEL.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? ExperienceLevel { get; set; }

    /// <summary>How much data there is, counted in DataVolumeUnit.</summary>
    [Parameter]
    [Field(FieldType.Number)]
    public decimal? DataVolume { get; set; }

    /// <summary>What DataVolume counts: HOURS_OF_RECORDING_AUDIO_VIDEO, NUMBER_OF_FILES, NUMBER_OF_WORDS or UNKNOWN_NOT_SPECIFIED.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? DataVolumeUnit { get; set; }

    /// <summary>Languages by name.</summary>
    [Parameter]
    [Field(FieldType.TextList)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string[]? Languages { get; set; }

    /// <summary>Countries.</summary>
    [Parameter]
    [Field(FieldType.TextList)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string[]? Countries { get; set; }

    /// <summary>Kinds of labels.</summary>
    [Parameter]
    [Field(FieldType.TextList)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string[]? LabelTypes { get; set; }

    /// <summary>How many people to hire.</summary>
    [Parameter]
    [Field(FieldType.Whole)]
    public decimal? Headcount { get; set; }

    /// <summary>What the labelling is about.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? LabelingOverview { get; set; }

    /// <summary>What the data set is.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? DatasetDescription { get; set; }

    /// <summary>The kind of data.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? DataType { get; set; }

    /// <summary>The subject; one text or several.</summary>
    [Parameter]
    [Field(FieldType.TextOrList)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string[]? SubjectMatter { get; set; }

    /// <summary>The labelling software; one text or several.</summary>
    [Parameter]
    [Field(FieldType.TextOrList)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string[]? LabelingSoftware { get; set; }

    /// <summary>What the interview by the service should ask for.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? AiInterviewRequirements { get; set; }

    /// <summary>The budget's range.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? BudgetRange { get; set; }

    /// <summary>The workload.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? WorkloadDesc { get; set; }

    /// <summary>The time that is needed.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? TimeRequirement { get; set; }

    /// <summary>How long the project runs.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? ProjectDuration { get; set; }

    /// <summary>The kind of freelancer.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? FreelancerType { get; set; }

    /// <summary>The project's scope.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? ProjectScope { get; set; }

    /// <summary>Who may see the job.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? Visibility { get; set; }

    /// <summary>Further fields by the service's names; a null clears the field.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TableCompleter<DraftFieldSource>))]
    public IDictionary? Field { get; set; }

    /// <summary>Fields to clear.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClearCompleter<DraftFieldSource>))]
    public string[]? Clear { get; set; }

    /// <summary>Sends without asking what the account may send: unknown keys and enum values go to the service as they are.</summary>
    [Parameter]
    public SwitchParameter SkipCheck { get; set; }

    /// <summary>The job as messages name it, for instance "draft".</summary>
    private protected abstract string Noun { get; }

    /// <summary>What this account may send.</summary>
    private protected abstract Task<FieldSet> FieldsAsync(OpenTrainClient client, CallContext context);

    /// <summary>The write of one row.</summary>
    private protected abstract JobWrite Call(OpenTrainClient client, JobEdit edit, string? title);

    private protected override void Connect() => client = new OpenTrainClient(Resolve(JobService.OpenTrain));

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

    private protected override Submission? Prepare(Row row, object? present)
    {
        var jobId = Targets.RequireJob(row, JobService.OpenTrain, Noun);
        binder ??= MakeBinder(row);
        var edit = new JobEdit(jobId, binder.Bind(row, WriteWarning));
        if (edit.Changes.Count == 0)
        {
            WriteWarning(Targets.Place(row) + $"OpenTrain {Noun} '{jobId}': nothing is given to change, so nothing is sent.");
            return null;
        }

        if (DraftRates.Remark(edit.Changes) is { } remark)
        {
            WriteWarning(Targets.Place(row) + $"OpenTrain {Noun} '{jobId}': {remark}");
        }

        return new Submission($"OpenTrain {Noun} '{jobId}'", "Update " + EditText.Of(edit.Changes), Call(client, edit, row.Title));
    }

    /// <summary>Made at the first row, after one cached read of what the account may send; when that fails, no row can be checked.</summary>
    private EditBinder MakeBinder(Row row)
    {
        try
        {
            var fields = SkipCheck ? DraftFields.Unchecked : Await(context => FieldsAsync(client, context));
            return new EditBinder(JobService.OpenTrain, fields, SkipCheck, this, Field, Clear);
        }
        catch (JobDraftsApiException refused)
        {
            FinishAndTerminate(refused, row.Source);
            throw;
        }
    }
}
