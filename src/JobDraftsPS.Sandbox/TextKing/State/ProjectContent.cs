namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>What a customer may write of a project; replaced as a whole, so that a refused edit changes nothing.</summary>
internal sealed record ProjectContent(string Name)
{
    /// <summary>A local date and time without a zone.</summary>
    public DateTime? DueDate { get; init; }

    public Guid? BillingAddress { get; init; }

    public string? CouponName { get; init; }

    public string? AffiliateId { get; init; }
}
