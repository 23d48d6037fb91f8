using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Commands;

/// <summary>A cmdlet that writes the fields of TEXTKING projects. The name is each cmdlet's own: a new project is called by it.</summary>
public abstract class TranslationProjectFieldCommand : TextKingFieldCommand
{
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

    private protected override IDictionary? Further => Field;

    private protected override FieldSet FieldsOf(TextKingClient client) => client.ProjectFields;
}
