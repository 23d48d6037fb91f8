namespace JobDraftsPS;

/// <summary>A TEXTKING project: it holds jobs, and can be edited only while it is <c>prepared</c>.</summary>
public sealed class TranslationProject : IServiceRecord
{
    /// <summary>The project's id (UUID).</summary>
    public string ProjectId { get; internal init; } = string.Empty;

    /// <summary>The order number; null while prepared.</summary>
    public string? Number { get; internal init; }

    /// <summary>The project's name.</summary>
    public string? Name { get; internal init; }

    /// <summary>The state: <c>prepared</c>, <c>running</c>, <c>finished</c> or <c>canceled</c>.</summary>
    public string? State { get; internal init; }

    /// <summary>When the work is due. The service states no zone, so neither does this.</summary>
    public DateTime? DueDate { get; internal init; }

    /// <summary>Id of the address that is billed (UUID), or null.</summary>
    public string? BillingAddress { get; internal init; }

    /// <summary>Name of the coupon to redeem, or null.</summary>
    public string? CouponName { get; internal init; }

    /// <summary>What the coupon takes off, or null.</summary>
    public decimal? CouponValue { get; internal init; }

    /// <summary>The affiliate, or null.</summary>
    public string? AffiliateId { get; internal init; }

    /// <summary>Currency of the prices (ISO 4217).</summary>
    public string? Currency { get; internal init; }

    /// <summary>Net price in <see cref="Currency"/>; null until something is priced.</summary>
    public decimal? NetPrice { get; internal init; }

    /// <summary>Value added tax as the service says it, most likely a percentage. Never an amount to add.</summary>
    public decimal? Vat { get; internal init; }

    /// <summary>The customer's discount; the service does not say in which unit.</summary>
    public decimal? DiscountCustomer { get; internal init; }

    /// <summary>The project's discount; the service does not say in which unit.</summary>
    public decimal? DiscountProject { get; internal init; }

    /// <summary>True when nothing keeps the project from being started, null where nobody can know.</summary>
    public bool? PublishReady => Validation?.PublishReady;

    /// <summary>How many gaps there are; null where nobody can know.</summary>
    public int? MissingFieldCount => Validation?.MissingFieldCount;

    /// <summary>What still keeps the project from being started; null once it was started or ended, and where its jobs were not read.</summary>
    public JobValidation? Validation { get; internal set; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;

    /// <inheritdoc />
    public override string ToString() => $"TextKing project '{ProjectId}'";
}
