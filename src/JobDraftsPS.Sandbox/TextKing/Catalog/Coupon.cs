namespace JobDraftsPS.Sandbox.TextKing.Catalog;

/// <summary>A coupon; <paramref name="TotalValue"/> counts in <paramref name="Unit"/>: <c>euro</c>, <c>percent</c> or <c>words</c>.</summary>
internal sealed record Coupon(string Name, string Unit, decimal TotalValue, string? Remainder = null)
{
    /// <summary>How much of the coupon an order uses up, in the coupon's unit.</summary>
    public decimal RedeemedBy(decimal netPrice, int words) => Unit switch
    {
        "euro" => Math.Min(TotalValue, netPrice),
        "words" => Math.Min(TotalValue, words),
        _ => TotalValue,
    };

    /// <summary>What the coupon is worth to an order, as money rounded to cents.</summary>
    public decimal WorthFor(decimal netPrice, int words) => Math.Round(
        Unit switch
        {
            "euro" => RedeemedBy(netPrice, words),
            "words" => words == 0 ? 0m : netPrice * RedeemedBy(netPrice, words) / words,
            _ => netPrice * TotalValue / 100m,
        },
        2,
        MidpointRounding.AwayFromZero);
}
