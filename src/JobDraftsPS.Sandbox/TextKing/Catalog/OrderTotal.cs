using JobDraftsPS.Sandbox.TextKing.State;

namespace JobDraftsPS.Sandbox.TextKing.Catalog;

/// <summary>What a project comes to: its active, counted jobs and its line items.</summary>
internal sealed record OrderTotal(decimal NetPrice, int Words)
{
    /// <summary>The total, or null while nothing is priced.</summary>
    public static OrderTotal? Of(Project project, TextKingCatalog catalog, DateTimeOffset now)
    {
        var net = 0m;
        var words = 0;
        var priced = project.LineItems.Count > 0;
        foreach (var item in project.LineItems)
        {
            net += item.Value;
        }

        foreach (var job in project.Jobs)
        {
            if (job.Content.IsActive && PriceOf(job, catalog, now) is { } price)
            {
                net += price;
                words += job.WordsAt(now) ?? 0;
                priced = true;
            }
        }

        return priced ? new OrderTotal(net, words) : null;
    }

    /// <summary>A job's price as money, or null until its words are counted.</summary>
    public static decimal? PriceOf(Job job, TextKingCatalog catalog, DateTimeOffset now) =>
        job.WordsAt(now) is { } words
            ? words * catalog.PricePerWord(job.Content.SourceLanguage, job.Content.TargetLanguage, job.Content.Quality, job.Content.Topic)
            : null;
}
