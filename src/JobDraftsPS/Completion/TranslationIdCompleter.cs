namespace JobDraftsPS.Completion;

/// <summary>
/// Offers the TEXTKING ids that this runspace has seen, by id or name, for the parameter that asks: of jobs those of the project that
/// the command line names, of projects the one of its job, of callbacks those of its job.
/// </summary>
internal sealed class TranslationIdCompleter : Completer
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request)
    {
        if (CompletionCache.Current is not { } seen)
        {
            return [];
        }

        return request.Parameter switch
        {
            "JobId" => OwnedBy(request.All<string>("ProjectId"), seen.Jobs(JobService.TextKing)),
            "ProjectId" => Holding(request.All<string>("JobId"), seen),
            "CallbackId" => OwnedBy(request.All<string>("JobId"), seen.Named("callbackid")),
            "TopicId" => seen.Named("topic"),
            "AddressId" => seen.Named("billingaddress"),
            "Code" => seen.Named("sourcelanguage").Concat(seen.Named("targetlanguage")).GroupBy(language => language.Text, StringComparer.OrdinalIgnoreCase).Select(same => same.First()),
            _ => [],
        };
    }

    private static IEnumerable<Candidate> OwnedBy(IEnumerable<string> owners, IEnumerable<Candidate> all)
    {
        var named = new HashSet<string>(owners, StringComparer.OrdinalIgnoreCase);
        return all.Where(candidate => named.Count == 0 || named.Contains(candidate.Owner ?? string.Empty));
    }

    private static IEnumerable<Candidate> Holding(IEnumerable<string> jobs, CompletionCache seen)
    {
        var named = new HashSet<string>(jobs, StringComparer.OrdinalIgnoreCase);
        var holders = seen.Jobs(JobService.TextKing).Where(job => named.Contains(job.Text)).Select(job => job.Owner!).Distinct().ToArray();
        var projects = seen.Named("projectid").ToArray();
        return holders.Length == 0 ? projects : holders.Select(id => projects.FirstOrDefault(project => project.Text == id) ?? new Candidate(id));
    }
}
