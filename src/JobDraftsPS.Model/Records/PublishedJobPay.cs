using System.Globalization;

namespace JobDraftsPS;

/// <summary>How a public OpenTrain listing says that the work is paid. Its names differ from those that a draft is written with.</summary>
public sealed class PublishedJobPay
{
    /// <summary><c>PAY_PER_HOUR</c>, <c>PAY_PER_LABEL</c> or <c>FIXED_PRICE</c>.</summary>
    public string? PaymentType { get; internal init; }

    /// <summary>The currency (ISO 4217).</summary>
    public string? Currency { get; internal init; }

    /// <summary>Pay an hour; null for other kinds of payment.</summary>
    public decimal? HourlyRate { get; internal init; }

    /// <summary>Lowest pay an hour, where a range is given.</summary>
    public decimal? HourlyMin { get; internal init; }

    /// <summary>Highest pay an hour, where a range is given.</summary>
    public decimal? HourlyMax { get; internal init; }

    /// <summary>Pay for the whole job; null for other kinds of payment.</summary>
    public decimal? FixedPrice { get; internal init; }

    /// <summary>Pay a label; null for other kinds of payment.</summary>
    public decimal? PerLabelRate { get; internal init; }

    /// <summary>Fields of the answer that this module does not know, by the service's names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; internal init => field = RecordTable.Of(value); } = RecordTable<object?>.Empty;

    /// <inheritdoc />
    public override string ToString()
    {
        var amount = (HourlyRate, HourlyMin, HourlyMax, PerLabelRate, FixedPrice) switch
        {
            ({ } rate, _, _, _, _) => $"{Number(rate)} {Currency} an hour",
            (_, { } least, { } most, _, _) => $"{Number(least)} to {Number(most)} {Currency} an hour",
            (_, _, _, { } label, _) => $"{Number(label)} {Currency} a label",
            (_, _, _, _, { } whole) => $"{Number(whole)} {Currency} in all",
            _ => PaymentType ?? string.Empty,
        };
        return amount.Replace("  ", " ");
    }

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
