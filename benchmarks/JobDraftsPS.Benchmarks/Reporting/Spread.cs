using System.Globalization;

namespace JobDraftsPS.Benchmarks.Reporting;

/// <summary>The smallest, the middle and the largest of some measurements: one noisy moment of the machine must not decide.</summary>
internal sealed class Spread
{
    public Spread(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        Min = sorted[0];
        Max = sorted[^1];
        Median = sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    public double Min { get; }

    public double Median { get; }

    public double Max { get; }

    /// <summary>Smallest / middle / largest.</summary>
    public string ToString(string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Min.ToString(format, CultureInfo.InvariantCulture)} / {Median.ToString(format, CultureInfo.InvariantCulture)} / {Max.ToString(format, CultureInfo.InvariantCulture)}");

    public override string ToString() => ToString("0.000");
}
