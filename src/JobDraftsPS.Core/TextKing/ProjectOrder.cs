using System.Globalization;

namespace JobDraftsPS.Core.TextKing;

/// <summary>What the start of a project orders: its active jobs, their words and their price.</summary>
public sealed class ProjectOrder
{
    private const int MostPairs = 8;
    private readonly TranslationJob[] active;

    internal ProjectOrder(TranslationProject project, IReadOnlyList<TranslationJob> jobs)
    {
        Project = project;
        active = jobs.Where(job => job.IsActive != false).ToArray();
    }

    /// <summary>The project with its validation.</summary>
    public TranslationProject Project { get; }

    /// <summary>The order in one line: how many jobs, from which language into which, how many words, what it costs.</summary>
    public string Describe()
    {
        var parts = new List<string> { active.Length == 1 ? "1 job" : Text($"{active.Length} jobs"), Words(), Price() };
        if (active.Length > 0)
        {
            parts[0] += $" ({Languages()})";
        }

        if (Project.CouponName is { Length: > 0 } coupon)
        {
            parts.Add($"coupon {coupon}");
        }

        return string.Join(", ", parts);
    }

    private string Languages()
    {
        var pairs = active.GroupBy(job => $"{job.SourceLanguage} to {job.TargetLanguage}", StringComparer.OrdinalIgnoreCase)
            .Select(pair => pair.Count() == 1 ? pair.Key : Text($"{pair.Key} {pair.Count()} times"))
            .ToArray();
        return string.Join(", ", pairs.Take(MostPairs)) + (pairs.Length > MostPairs ? Text($" and {pairs.Length - MostPairs} more") : string.Empty);
    }

    private string Words()
    {
        var uncounted = active.Count(job => job.Words is null);
        var counted = Text($"{active.Sum(job => job.Words ?? 0)} words");
        return uncounted == 0 ? counted : Text($"{counted} and {uncounted} of the documents not counted yet");
    }

    /// <summary>The project's own price counts extra services too; the jobs' prices stand in until it is known.</summary>
    private string Price()
    {
        if (Project.NetPrice is { } price)
        {
            return Text($"net {price} {Project.Currency}");
        }

        var currencies = active.Select(job => job.Currency).OfType<string>().Distinct().ToArray();
        return currencies.Length == 1 && active.All(job => job.NetPrice is not null)
            ? Text($"net {active.Sum(job => job.NetPrice!.Value)} {currencies[0]}")
            : "net price not known yet";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
