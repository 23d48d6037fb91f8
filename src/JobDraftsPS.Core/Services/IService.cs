using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Services;

/// <summary>What every part of the module asks of a service, whichever it is. What only one service has is asked of its client.</summary>
public interface IService
{
    /// <summary>The service as records name it.</summary>
    JobService Id { get; }

    /// <summary>The name that a person writes in a sheet or for <c>-Service</c>.</summary>
    string Name { get; }

    /// <summary>Where the service lives, and the environment variables of its token.</summary>
    ServiceDefaults Defaults { get; }

    /// <summary>By the quota's name, the numbers that the service documents.</summary>
    IReadOnlyDictionary<string, QuotaRule> Quotas { get; }

    /// <summary>The fields that a form may ask for.</summary>
    FieldSet Fields { get; }

    /// <summary>The fields that a row of a plan may name, as far as they are known without asking the service.</summary>
    /// <param name="connection">The connection in use; null for none.</param>
    IEnumerable<FieldDefinition> PlanFields(JobDraftConnection? connection);

    /// <summary>Finds out who the token is and what it may do. Sends no write.</summary>
    /// <exception cref="JobDraftsApiException">The service refused the read, or could not be reached.</exception>
    Task<ConnectionTest> TestAsync(JobDraftConnection connection, CallContext context);
}
