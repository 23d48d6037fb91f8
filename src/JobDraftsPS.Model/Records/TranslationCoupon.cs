namespace JobDraftsPS;

/// <summary>The coupon that a TEXTKING project redeems.</summary>
public sealed class TranslationCoupon : IServiceRecord
{
    /// <summary>The project that redeems it (UUID).</summary>
    public string ProjectId { get; init; } = string.Empty;

    /// <summary>The coupon's name, as a project's <c>coupon_name</c> takes it.</summary>
    public string? Name { get; init; }

    /// <summary>What the values count: <c>euro</c>, <c>percent</c> or <c>words</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>What the coupon is worth, in <see cref="Unit"/>.</summary>
    public decimal? TotalValue { get; init; }

    /// <summary>What of it the project redeems, in <see cref="Unit"/>.</summary>
    public decimal? RedeemedValue { get; init; }

    /// <summary>Name of a coupon that holds the rest, or null.</summary>
    public string? RemainderCoupon { get; init; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => Name ?? "coupon";
}
