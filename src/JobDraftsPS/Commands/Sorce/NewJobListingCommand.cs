using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Makes Sorce listings from rows or parameters: drafts, or live ones in one step that either does all or nothing.</summary>
[Cmdlet(VerbsCommon.New, "JobListing", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByFields, HelpUri = HelpPages.At + "New-JobListing.md")]
[OutputType(typeof(JobListing))]
public sealed class NewJobListingCommand : ListingFieldCommand
{
    private const string ByFields = "Fields";

    /// <summary>Rows whose columns are the fields.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>Takes the listing live in the same step; where the service refuses that, nothing is made.</summary>
    [Parameter]
    public SwitchParameter Publish { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByFields)
        {
            var source = Title ?? "the new listing";
            Accept(source, () => new Row(null, source));
        }
        else
        {
            Accept(InputObject);
        }
    }

    private protected override Submission? Prepare(Row row, object? present)
    {
        Targets.RequireService(row, JobService.Sorce);
        if (row.JobId is { } jobId)
        {
            throw LocalErrors.BadValue(
                JobService.Sorce,
                $"'{jobId}' is the id of a listing that exists, and this command makes new ones.",
                "Change a listing with Set-JobListing; to make a new one after it, pipe its fields without the id.");
        }

        // What is cleared in a new listing is what it does not have.
        var changes = Binder.Bind(row, WriteWarning).Where(change => change.Value is not null).ToArray();
        if (changes.Length == 0)
        {
            WriteWarning(Targets.Place(row) + "The row holds no field of a Sorce listing, so nothing is sent.");
            return null;
        }

        var edit = Client.Edits.Create(changes, Publish, SkipCheck);
        var title = changes.FirstOrDefault(change => change.Field == "title")?.Value as string;
        return new Submission(
            $"new Sorce listing '{EditText.Shorten(title ?? string.Empty)}'",
            (Publish ? "Create and publish " : "Create ") + EditText.Of(edit.Shown),
            Client.Create(edit));
    }
}
