using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Core.Services;

/// <summary>A service that publishes jobs one by one.</summary>
public interface IPublishingService : IService
{
    /// <summary>The write that publishes jobs of a connection.</summary>
    /// <param name="connection">The connection; its client is made once.</param>
    /// <returns>Makes the write of a job's id and its title, where that is known.</returns>
    Func<string, string?, JobWrite> Publisher(JobDraftConnection connection);
}
