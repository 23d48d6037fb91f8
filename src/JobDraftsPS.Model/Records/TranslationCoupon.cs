namespace JobDraftsPS;

/// <summary>The coupon that a TEXTKING project redeems.</summary>
public sealed class TranslationCoupon : IServiceRecord
{
    /// <summary>The project that redeems it (UUID).</summary>
    public string ProjectId { get; internal init; } = string.Empty;

    /// <summary>The coupon's name, as a project's <c>coupon_name</c> takes it.</summary>
    public string? Name { get; internal init; }

    /// <summary>What the values count: <c>euro</c>, <c>percent</c> or <c>words</c>.</summary>
    public string? Unit { get; internal init; }

    /// <summary>What the coupon is worth, in <see cref="Unit"/>.</summary>
    public decimal? TotalValue { get; internal init; }

    /// <summary>What of it the project redeems, in <see cref="Unit"/>.</summary>
    public decimal? RedeemedValue { get; internal init; }

    /// <summary>Name of a coupon that holds the rest, or null.</summary>
    public string? RemainderCoupon { get; internal init; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;

    /// <inheritdoc />
    public override string ToString() => Name ?? "coupon";
}
