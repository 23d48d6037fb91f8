using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.TextKing;

/// <summary>The fields of a project that can be written. The state has commands of its own: starting is an order.</summary>
public static class TranslationProjectFields
{
    /// <summary>The documented fields.</summary>
    public static FieldSet Known { get; } = new(
    [
        new("name", FieldType.Text, canClear: false),
        new("due_date", TextKingAssumptions.DueDateType),
        new("billing_address", FieldType.Uuid),
        new("coupon_name", FieldType.Text),
        new("affiliate_id", FieldType.Text),
    ]);

    /// <summary>Refuses a project without a name.</summary>
    /// <param name="changes">The fields.</param>
    /// <param name="isNew">True when the name cannot stay as it is.</param>
    /// <exception cref="JobDraftsApiException">The name is missing or empty; nothing was sent.</exception>
    internal static void RequireSendable(IReadOnlyList<FieldChange> changes, bool isNew)
    {
        var name = changes.FirstOrDefault(change => change.Field == "name");
        if ((isNew || name is not null) && string.IsNullOrWhiteSpace(name?.Value as string))
        {
            throw LocalErrors.BadValue(JobService.TextKing, isNew ? "A new TextKing project needs a name." : "The field 'name' cannot be empty: TextKing needs a value there.", "Give a name.");
        }
    }
}
