using JobDraftsPS.Binding;

namespace JobDraftsPS.Completion;

/// <summary>Offers the jobs of the two services that publish: those of the service that the command line names, or of both.</summary>
internal sealed class PublishableJobCompleter : Completer
{
    private static readonly JobService[] Publishing = [JobService.OpenTrain, JobService.Sorce];

    protected override IEnumerable<Candidate> Offer(CompletionRequest request)
    {
        var named = request.All<string>("Service").Select(ServiceName.Find).FirstOrDefault();
        return Publishing.Where(service => named is null || named == service).SelectMany(service => CompletionCache.Current?.Jobs(service) ?? []);
    }
}
