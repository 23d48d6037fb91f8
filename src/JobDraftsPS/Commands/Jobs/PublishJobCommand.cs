using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Connections;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Services;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Publishes OpenTrain drafts and Sorce listings. What is known not to be ready is refused here; what is unknown the service decides.</summary>
[Cmdlet(VerbsData.Publish, "Job", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Publish-Job.md")]
[Alias("Publish-JobDraft")]
[OutputType(typeof(PublishedJob), typeof(JobListing))]
public sealed class PublishJobCommand : SendingCommand
{
    private readonly Dictionary<JobDraftConnection, Func<string, string?, JobWrite>> publishers = [];

    /// <summary>Records of this module, rows with a jobId column, or job ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The jobs to publish.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PublishableJobCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>The service of rows that name none; left out, it is the only connected one of the two.</summary>
    [Parameter]
    [KnownService(Publishing = true)]
    [ArgumentCompleter(typeof(PublishingServiceCompleter))]
    public string? Service { get; set; }

    /// <summary>Sends also what is known not to be ready: the service decides.</summary>
    [Parameter]
    public SwitchParameter SkipCheck { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Accept(JobId);
        }
        else
        {
            Accept(InputObject);
        }
    }

    private protected override Submission? Prepare(Row row, object? present)
    {
        var service = ServiceOf(row);
        var jobId = Targets.RequireJob(row, service, "job");
        if (!SkipCheck && row.Validation is { PublishReady: false } validation)
        {
            throw LocalErrors.NotReady(service, jobId, validation);
        }

        return new Submission($"{ServiceRegistry.NameOf(service)} job '{jobId}'" + EditText.Titled(row.Title), "Publish", PublisherOf(service, row)(jobId, row.Title));
    }

    private Func<string, string?, JobWrite> PublisherOf(JobService service, Row row)
    {
        var connection = ConnectionTo(service, row);
        if (!publishers.TryGetValue(connection, out var publisher))
        {
            publishers[connection] = publisher = ((IPublishingService)ServiceRegistry.Of(service)).Publisher(connection);
        }

        return publisher;
    }

    /// <summary>The service that the row names, else <c>-Service</c>, else the only connected one of the two.</summary>
    private JobService ServiceOf(Row row)
    {
        var wanted = ServiceRegistry.Find(Service)?.Id;
        if (row.Service is { } named)
        {
            if (wanted is { } other && other != named)
            {
                throw LocalErrors.NotAJob($"'{row.JobId}' belongs to {named}, and -Service says {other}.", "Leave -Service out, or pass only rows of that service.");
            }

            return ServiceRegistry.Of(named) is IPublishingService
                ? named
                : throw LocalErrors.NotAJob($"'{row.JobId}' belongs to {ServiceRegistry.NameOf(named)}, where jobs are not published one by one: its project is started.", $"Pass only rows of {ServiceRegistry.NamesOf<IPublishingService>()}.");
        }

        if (wanted is { } given)
        {
            return given;
        }

        var connected = ServiceRegistry.All.OfType<IPublishingService>().Select(service => service.Id).Where(service => RunspaceConnections.Current.Has(service, Connection)).ToArray();
        if (connected.Length == 1)
        {
            return connected[0];
        }

        var unclear = LocalErrors.WhichService(row.JobId, connected.Select(ServiceRegistry.NameOf).ToArray());
        if (connected.Length == 0)
        {
            FinishAndTerminate(unclear, row.Source);
        }

        throw unclear;
    }

    /// <summary>Without a connection no further row can be sent, so the command ends.</summary>
    private JobDraftConnection ConnectionTo(JobService service, Row row)
    {
        try
        {
            return Resolve(service);
        }
        catch (JobDraftsApiException refused)
        {
            FinishAndTerminate(refused, row.Source);
            throw;
        }
    }
}
