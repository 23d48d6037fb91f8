using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Writes fields of TEXTKING projects that are prepared. What is not given is not touched; the state has commands of its own.</summary>
[Cmdlet(VerbsCommon.Set, "TranslationProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput)]
[OutputType(typeof(TranslationProject))]
public sealed class SetTranslationProjectCommand : SendingCommand
{
    private TextKingClient client = null!;
    private EditBinder binder = null!;

    /// <summary>Projects, project ids, or rows with a projectId column.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The projects to write (UUIDs).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] ProjectId { get; set; } = [];

    /// <summary>The project's name.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? Name { get; set; }

    /// <summary>When the work is due, in the service's own time: a date such as 2026-05-04, perhaps with a time.</summary>
    [Parameter]
    [Field(FieldType.LocalDateTime)]
    public string? DueDate { get; set; }

    /// <summary>Id of the address that is billed (UUID).</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationProjectFieldSource>))]
    public string? BillingAddress { get; set; }

    /// <summary>Name of the coupon to redeem.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationProjectFieldSource>))]
    public string? CouponName { get; set; }

    /// <summary>The affiliate.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? AffiliateId { get; set; }

    /// <summary>Further fields by the service's names; a null clears the field.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TableCompleter<TranslationProjectFieldSource>))]
    public IDictionary? Field { get; set; }

    /// <summary>Fields to clear: due_date, billing_address, coupon_name, affiliate_id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClearCompleter<TranslationProjectFieldSource>))]
    public string[]? Clear { get; set; }

    private protected override void Connect()
    {
        client = new TextKingClient(Resolve(JobService.TextKing));
        binder = new EditBinder(JobService.TextKing, client.ProjectFields, acceptUnknown: false, this, Field, Clear);
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Array.ForEach(ProjectId, id => Accept(id, () => new Row(null, id) { ProjectId = id }));
        }
        else
        {
            Accept(InputObject);
        }
    }

    private protected override Row Read(PSObject input, int number) => TextKingTargets.ReadProject(input, number);

    private protected override Submission? Prepare(Row row, object? present)
    {
        var projectId = TextKingTargets.WholeProject(row);
        var changes = binder.Bind(row, WriteWarning);
        if (changes.Count == 0)
        {
            WriteWarning(Targets.Place(row) + $"TextKing project '{projectId}': nothing is given to change, so nothing is sent.");
            return null;
        }

        return new Submission(TextKingTargets.Name(row, projectId), "Update " + EditText.Of(changes), client.UpdateProject(projectId, changes));
    }
}
