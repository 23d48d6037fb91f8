using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Completion;

/// <summary>Offers the jobs of the two services that publish: those of the service that the command line names, or of both.</summary>
internal sealed class PublishableJobCompleter : Completer
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request)
    {
        var named = request.All<string>("Service").Select(ServiceRegistry.Find).FirstOrDefault();
        return ServiceRegistry.All.OfType<IPublishingService>().Where(service => named is null || named == service).SelectMany(service => CompletionCache.Current?.Jobs(service.Id) ?? []);
    }
}
