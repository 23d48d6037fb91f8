using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Writes fields of Sorce listings. Sets are replaced whole by the service; entries that join or leave are merged here, and what would be lost is named.</summary>
[Cmdlet(VerbsCommon.Set, "JobListing", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Set-JobListing.md")]
[OutputType(typeof(JobListing))]
public sealed class SetJobListingCommand : ListingFieldCommand
{
    private readonly Dictionary<Row, IReadOnlyList<FieldChange>> bound = [];
    private ListingMerges merges = null!;
    private ListingStates states = null!;

    /// <summary>Rows with a jobId column, or listings; of a listing only its id is taken.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The listings to write.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ListingCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>Fields to clear. A live listing cannot be without the fields that it needs.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClearCompleter<ListingFieldSource>))]
    public string[]? Clear { get; set; }

    /// <summary>Offices that join the present ones: names, which are looked up, or places.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? AddLocation { get; set; }

    /// <summary>Offices that leave: ids, or names as the listing has them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? RemoveLocation { get; set; }

    /// <summary>Criteria that join the present ones; one of the same text is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? AddQualification { get; set; }

    /// <summary>Criteria that leave, by their text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? RemoveQualification { get; set; }

    /// <summary>Questions that join the present ones; one of the same prompt is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? AddQuestion { get; set; }

    /// <summary>Questions that leave, by their prompt.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? RemoveQuestion { get; set; }

    /// <summary>Caps that join the present ones; one of the same window is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? AddBudget { get; set; }

    /// <summary>Caps that leave, by their window. The last one leaves only with UnlimitedBudget.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BudgetWindowCompleter))]
    public object[]? RemoveBudget { get; set; }

    /// <summary>Takes every cap away, so that spending is unlimited. Asks, unless -Confirm:$false says not to.</summary>
    [Parameter]
    public SwitchParameter UnlimitedBudget { get; set; }

    /// <summary>Listings as they were read before: what a whole set would lose is worked out from these, and not read again.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public JobListing[]? Present { get; set; }

    private protected override string[]? ToClear => Clear;

    private protected override void Connect()
    {
        base.Connect();
        merges = Client.NewMerges();
        states = Client.NewStates(Present ?? []);
        Merge("locations", LookUp(Plain(AddLocation)), Plain(RemoveLocation), nameof(AddLocation), nameof(RemoveLocation));
        Merge("qualifications", Plain(AddQualification), Plain(RemoveQualification), nameof(AddQualification), nameof(RemoveQualification));
        Merge("questions", Plain(AddQuestion), Plain(RemoveQuestion), nameof(AddQuestion), nameof(RemoveQuestion));
        Merge("budgets", Plain(AddBudget), Plain(RemoveBudget), nameof(AddBudget), nameof(RemoveBudget));
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

    private protected override SnapshotRead? ReadAhead(Row row)
    {
        var jobId = Targets.RequireJob(row, JobService.Sorce, "listing");
        var changes = Binder.Bind(row, WriteWarning);
        bound[row] = changes;
        var touched = Client.Edits.Touched(changes, merges, UnlimitedBudget);
        return touched.Count == 0
            ? null
            : new SnapshotRead(JobService.Sorce, jobId, async context => await states.ReadAsync(jobId, touched, merges.Fields.Count > 0, context).ConfigureAwait(false));
    }

    private protected override Submission? Prepare(Row row, object? present)
    {
        var jobId = row.JobId!;
        var changes = bound[row];
        bound.Remove(row);
        var edit = Client.Edits.Update(jobId, changes, merges, UnlimitedBudget, (ListingState?)present, SkipCheck);
        if (edit.Changes.Count == 0)
        {
            WriteWarning(Targets.Place(row) + $"Sorce listing '{jobId}': nothing is given to change, so nothing is sent.");
            return null;
        }

        var title = row.Title ?? (present as ListingState)?.Listing.Title;
        var hazards = edit.Hazards.Count > 0 ? $" [{string.Join("; ", edit.Hazards)}]" : string.Empty;
        return new Submission(
            $"Sorce listing '{jobId}'" + EditText.Titled(title),
            "Update " + EditText.Of(edit.Shown) + hazards,
            Client.Update(edit),
            IsGrave: UnlimitedBudget);
    }

    private static object[]? Plain(object[]? given) => given?.Select(item => PlainValue.Deep(item)!).Where(item => item is not null).ToArray();

    private void Merge(string field, object[]? joining, object[]? leaving, string add, string remove)
    {
        if (joining is not null)
        {
            merges.Add(field, add, joining);
        }

        if (leaving is not null)
        {
            merges.Remove(field, remove, leaving);
        }
    }
}
