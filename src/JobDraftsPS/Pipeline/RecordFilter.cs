using System.Management.Automation;
using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Pipeline;

/// <summary>Leaves out of a list what was not asked for, page by page: by id, title and status, with wildcards, in any case.</summary>
internal sealed class RecordFilter
{
    private readonly WildcardPattern[] ids;
    private readonly WildcardPattern[] titles;
    private readonly WildcardPattern[] statuses;

    /// <summary>What to keep; an empty or missing list keeps all.</summary>
    public RecordFilter(IEnumerable<string>? titles = null, IEnumerable<string>? statuses = null, IEnumerable<string>? ids = null)
        : this(Patterns(ids), Patterns(titles), Patterns(statuses))
    {
    }

    private RecordFilter(WildcardPattern[] ids, WildcardPattern[] titles, WildcardPattern[] statuses)
    {
        this.ids = ids;
        this.titles = titles;
        this.statuses = statuses;
    }

    /// <summary>True where an id is a pattern, so that a list has to be read to find what it means. An id may have any other character.</summary>
    public static bool IsPattern(string id) => id.Contains('*');

    /// <summary>A list without what is left out.</summary>
    public Func<CallContext, Task<ReadPage>> Over(Func<CallContext, Task<ReadPage>> list) =>
        ids.Length + titles.Length + statuses.Length == 0 ? list : async context => Keep(await list(context).ConfigureAwait(false));

    /// <summary>The record of an id; for a pattern, what of a list it means.</summary>
    /// <param name="id">The id or pattern.</param>
    /// <param name="list">The list that is read for a pattern.</param>
    /// <param name="one">The record that is read for an id.</param>
    public Func<CallContext, Task<ReadPage>> Find(string id, Func<CallContext, Task<ReadPage>> list, Func<CallContext, Task<ReadPage>> one) =>
        IsPattern(id) ? new RecordFilter(Patterns([id]), titles, statuses).Over(list) : Over(one);

    private ReadPage Keep(ReadPage page) => new([.. page.Items.Where(IsMeant)], page.Next is { } next ? Over(next) : null);

    private bool IsMeant(object item) => item switch
    {
        JobRecord job => Matches(ids, job.JobId) && Matches(titles, job.Title) && Matches(statuses, job.Status),
        TranslationProject project => Matches(ids, project.ProjectId) && Matches(titles, project.Name) && Matches(statuses, project.State),
        _ => true,
    };

    private static bool Matches(WildcardPattern[] patterns, string? value) => patterns.Length == 0 || Array.Exists(patterns, pattern => pattern.IsMatch(value ?? string.Empty));

    private static WildcardPattern[] Patterns(IEnumerable<string>? texts) => [.. (texts ?? []).Select(text => WildcardPattern.Get(text.Trim(), WildcardOptions.IgnoreCase))];
}
