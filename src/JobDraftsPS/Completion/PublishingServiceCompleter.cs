using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Completion;

/// <summary>Offers the names of the services that publish jobs one by one.</summary>
internal sealed class PublishingServiceCompleter : ServiceCompleter
{
    protected override IEnumerable<IService> Services => ServiceRegistry.All.OfType<IPublishingService>();
}
