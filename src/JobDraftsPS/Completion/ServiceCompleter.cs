using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Completion;

/// <summary>Offers the names of the services.</summary>
internal class ServiceCompleter : Completer
{
    protected virtual IEnumerable<IService> Services => ServiceRegistry.All;

    protected sealed override IEnumerable<Candidate> Offer(CompletionRequest request) => Services.Select(service => new Candidate(service.Name, null, null));
}
