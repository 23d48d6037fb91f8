using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.TextKing;

/// <summary>The fields of a project that can be written. The state has commands of its own: starting is an order.</summary>
public static class TranslationProjectFields
{
    /// <summary>The documented fields.</summary>
    public static FieldSet Known { get; } = Of(new TextKingAssumptions());

    /// <summary>The fields under a set of assumptions.</summary>
    internal static FieldSet Of(TextKingAssumptions assumptions) => new(
    [
        new("name", FieldType.Text, canClear: false),
        new("due_date", assumptions.DueDateMayHaveTime ? FieldType.LocalDateTime : FieldType.LocalDate),
        new("billing_address", FieldType.Uuid),
        new("coupon_name", FieldType.Text),
        new("affiliate_id", FieldType.Text),
    ]);
}
