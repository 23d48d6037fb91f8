using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Completion;

/// <summary>
/// The ids and names in the records that one runspace has written, so that they need not be typed again. Bounded, and gone with the
/// runspace: what one account sees is no business of another that shares the process.
/// </summary>
internal sealed class CompletionCache
{
    /// <summary>How many names of each kind are kept.</summary>
    public const int Most = 500;

    private static readonly ConditionalWeakTable<Runspace, CompletionCache> ByRunspace = new();

    private readonly object gate = new();
    private readonly Dictionary<string, RecentNames> kinds = new(StringComparer.Ordinal);

    /// <summary>The memory of the runspace that this thread works for; null where there is none.</summary>
    public static CompletionCache? Current => Runspace.DefaultRunspace is { } runspace ? ByRunspace.GetValue(runspace, _ => new CompletionCache()) : null;

    /// <summary>The jobs of a service, newest first.</summary>
    public IEnumerable<Candidate> Jobs(JobService service) => Of(JobsOf(service));

    /// <summary>What goes by the name of a field or an id, newest first.</summary>
    /// <param name="name">The field's or the parameter's name, in any spelling that a field may have.</param>
    public IEnumerable<Candidate> Named(string name) => Of(FieldSet.Key(name));

    /// <summary>Remembers what a record is called, and what it tells of others.</summary>
    public void Note(object record)
    {
        lock (gate)
        {
            switch (record)
            {
                case TranslationJob job:
                    Note(JobsOf(job.Service), job.JobId, job.Title, job.Status, job.ProjectId);
                    Note("sourcelanguage", job.SourceLanguage);
                    Note("targetlanguage", job.TargetLanguage);
                    break;
                case JobRecord job:
                    Note(JobsOf(job.Service), job.JobId, job.Title, job.Status);
                    break;
                case PublishedJobChange change:
                    Note(JobsOf(JobService.OpenTrain), change.JobId, null, change.EventType);
                    break;
                case TranslationProject project:
                    Note("projectid", project.ProjectId, project.Name, project.State);
                    break;
                case TranslationCallback callback:
                    Note("callbackid", callback.CallbackId, callback.TriggerState, null, callback.JobId);
                    break;
                case TranslationTopic topic:
                    Note("topic", topic.TopicId, topic.Name);
                    break;
                case TranslationLanguage language:
                    Note(language);
                    break;
                case TranslationCoupon coupon:
                    Note("couponname", coupon.Name, null, coupon.Unit);
                    break;
                case BillingAddress address:
                    Note("billingaddress", address.AddressId, address.Company ?? address.LastName, address.City);
                    break;
                case PublishedJobFacet facet:
                    Note(FieldSet.Key(facet.Facet), facet.Value);
                    break;
            }
        }
    }

    private static string JobsOf(JobService service) => $"{service}/jobid";

    private void Note(TranslationLanguage language)
    {
        if (language.IsSource != false)
        {
            Note("sourcelanguage", language.Code, language.Name);
        }

        if (language.IsTarget != false)
        {
            Note("targetlanguage", language.Code, language.Name);
        }
    }

    private void Note(string kind, string? text, string? label = null, string? detail = null, string? owner = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (!kinds.TryGetValue(kind, out var names))
        {
            kinds[kind] = names = new RecentNames(Most);
        }

        names.Note(new Candidate(text!, label, detail) { Owner = owner });
    }

    private IReadOnlyList<Candidate> Of(string kind)
    {
        lock (gate)
        {
            return kinds.TryGetValue(kind, out var names) ? names.Newest : [];
        }
    }
}
