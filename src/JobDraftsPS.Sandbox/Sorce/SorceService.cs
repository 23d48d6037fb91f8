using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Sorce's external jobs API: nine operations on the jobs of the one company that a key opens.</summary>
internal sealed class SorceService : ISandboxService
{
    /// <summary>The main company's key.</summary>
    public const string DefaultKey = "sk_ext_sandbox_main";

    /// <summary>The key of a second company, whose jobs the first one must not see.</summary>
    public const string OtherCompanyKey = "sk_ext_sandbox_other";

    /// <summary>A key that was the main company's once.</summary>
    public const string RevokedKey = "sk_ext_sandbox_revoked";

    private readonly SandboxClock clock;
    private readonly SorceControls controls;
    private readonly SorceAssumptions assumptions;
    private readonly SorceErrors errors;
    private readonly SorceAnswers answers;
    private readonly SorceRoutes routes;
    private readonly SorceLifecycle lifecycle;
    private readonly SorceGates gates;
    private readonly SorceJobReader reader;
    private readonly SorceIds ids;
    private readonly SorceCompany[] companies;
    private readonly Dictionary<string, SorceKey> keys;

    /// <summary>Creates the service with its seeds.</summary>
    /// <param name="clock">The sandbox's time; the seeds' dates are counted from its present.</param>
    /// <param name="controls">Rate, terms and card; left out: 60 calls a minute, both in order.</param>
    /// <param name="assumptions">What the documentation leaves open.</param>
    public SorceService(SandboxClock clock, SorceControls? controls = null, SorceAssumptions? assumptions = null)
    {
        this.clock = clock;
        this.controls = controls ?? new SorceControls();
        this.assumptions = assumptions ?? new SorceAssumptions();
        errors = new SorceErrors(this.assumptions);
        answers = new SorceAnswers(this.assumptions);
        routes = new SorceRoutes(this.assumptions);
        lifecycle = new SorceLifecycle(this.assumptions);
        gates = new SorceGates(this.assumptions, errors);
        ids = new SorceIds(this.assumptions);
        reader = new SorceJobReader(this.assumptions, new SorceSetReader(this.assumptions, ids));
        var main = new SorceCompany("cmp_main", lifecycle);
        var other = new SorceCompany("cmp_other", lifecycle);
        companies = [main, other];
        keys = new(StringComparer.Ordinal) { [DefaultKey] = new SorceKey(main), [OtherCompanyKey] = new SorceKey(other) };
        new SorceSeed(reader, lifecycle, clock.UtcNow).Fill(main, other);
    }

    /// <inheritdoc/>
    public string BasePath => "/api/external/v1";

    /// <summary>The service's refusals, for a caller that forces one (<see cref="SorceErrors.Internal"/>, <see cref="SorceErrors.RateLimited"/>).</summary>
    public SorceErrors Errors => errors;

    /// <inheritdoc/>
    public SandboxResponse Handle(SandboxRequest request)
    {
        if (KeyOf(request) is not { } key)
        {
            return errors.InvalidServiceKey();
        }

        var now = clock.UtcNow;
        if (!key.Rate.TryEnter(now, controls.RateLimit(), controls.RateWindow(), assumptions.RefusedCallsCount, out var seconds))
        {
            return errors.RateLimited(seconds);
        }

        if (routes.Methods(request) is not { } methods)
        {
            return errors.PathNotFound();
        }

        if (!methods.TryGetValue(request.Method, out var operation))
        {
            return errors.WrongMethod(methods.Keys);
        }

        return operation switch
        {
            SorceOperation.SearchLocations => Search(request),
            SorceOperation.List => List(key.Company, request, now),
            SorceOperation.Create => Create(key.Company, request, now),
            SorceOperation.Read => Read(key.Company, request.Segments[1], now),
            SorceOperation.Edit => Edit(key.Company, request, now),
            _ => ChangeStatus(operation, key.Company, request, now),
        };
    }

    /// <summary>Lets somebody apply to a job, which freezes its qualifications and questions for good.</summary>
    /// <param name="jobId">The job, of whichever company.</param>
    /// <param name="kind">What became of the application.</param>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    /// <exception cref="InvalidOperationException">The job is a draft, which nobody can see.</exception>
    public void AddApplication(string jobId, SorceApplication kind)
    {
        var now = clock.UtcNow;
        foreach (var company in companies)
        {
            if (company.Find(jobId, now) is not { } job)
            {
                continue;
            }

            if (job.Status == SorceValues.Draft)
            {
                throw new InvalidOperationException($"{jobId} is a draft: nobody can apply before it is published.");
            }

            company.Change(jobId, now, found => SorceOutcome.Done(SorceSpending.Apply(found, kind, now)));
            return;
        }

        throw new KeyNotFoundException($"Sorce has no job {jobId}.");
    }

    /// <summary>What each job has spent in each of its windows, and whether candidates see it now.</summary>
    public JsonArray Spending()
    {
        var now = clock.UtcNow;
        return
        [
            .. companies.SelectMany(company => company.All(now)).Select(job => new JsonObject
            {
                ["jobId"] = job.Id,
                ["status"] = job.Status,
                ["isShown"] = SorceSpending.IsShown(job, now),
                ["spentCents"] = new JsonObject(job.Budgets.Select(budget => new KeyValuePair<string, JsonNode?>(budget.Window, SorceSpending.Spent(job, budget.Window, now)))),
            }),
        ];
    }

    private SorceKey? KeyOf(SandboxRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Header("Authorization");
        return header is not null
            && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && keys.TryGetValue(header[scheme.Length..].Trim(), out var key)
                ? key
                : null;
    }

    private SandboxResponse Search(SandboxRequest request)
    {
        var text = request.QueryValue("q") ?? "";
        return string.IsNullOrWhiteSpace(text) && assumptions.SearchNeedsText
            ? errors.Invalid("q", "q is needed: a part of the place's name.")
            : answers.Locations(SorceLocationTable.Search(text, request.QueryValue("country") ?? SorceLocationTable.Country, assumptions.MaxSearchItems));
    }

    private SandboxResponse List(SorceCompany company, SandboxRequest request, DateTimeOffset now)
    {
        var status = request.QueryValue("status");
        if (status is not null && !SorceValues.Statuses.Contains(status))
        {
            return errors.Invalid("status", $"status must be one of {SorceText.List(SorceValues.Statuses)}.");
        }

        var jobs = company.All(now).Where(job => status is null || job.Status == status);
        return answers.Jobs(assumptions.ListsNewestFirst ? jobs.Reverse() : jobs);
    }

    private SandboxResponse Create(SorceCompany company, SandboxRequest request, DateTimeOffset now)
    {
        if (SorceBody.Read(request, assumptions, out var problem) is not { } body)
        {
            return errors.MalformedBody(problem);
        }

        var faults = new SorceFieldErrors();
        var publish = new SorceFieldReader(body, assumptions, faults).Flag("publish", assumptions.CreatePublishesByDefault);
        var job = reader.Apply(body, new SorceJob(ids.NextJob(), company.Id), faults);
        if (!publish)
        {
            reader.CheckDraft(job, faults);
        }

        if (faults.Any)
        {
            return errors.Invalid(faults);
        }

        if (publish)
        {
            if (gates.Refuse(job, StandingOf(company)) is { } refusal)
            {
                return refusal;
            }

            job = lifecycle.Apply(SorceOperation.Publish, job, now);
        }

        company.Add(job);
        return answers.Job(assumptions.CreatedStatus, job);
    }

    private SandboxResponse Read(SorceCompany company, string jobId, DateTimeOffset now) =>
        company.Find(jobId, now) is { } job ? answers.Job(200, job) : errors.JobNotFound();

    private SandboxResponse Edit(SorceCompany company, SandboxRequest request, DateTimeOffset now)
    {
        var jobId = request.Segments[1];
        if (company.Find(jobId, now) is null)
        {
            return errors.JobNotFound();
        }

        if (SorceBody.Read(request, assumptions, out var problem) is not { } body)
        {
            return errors.MalformedBody(problem);
        }

        var edit = new SorceEdit(body, assumptions, errors, lifecycle, gates, reader);
        var standing = StandingOf(company);
        return Answer(200, company.Change(jobId, now, job => edit.Apply(job, standing)));
    }

    private SandboxResponse ChangeStatus(SorceOperation change, SorceCompany company, SandboxRequest request, DateTimeOffset now)
    {
        var jobId = request.Segments[1];
        if (!assumptions.ChangeBodyIsIgnored && request.Body.Length > 0 && company.Find(jobId, now) is not null)
        {
            return errors.MalformedBody("A change of status takes no body.");
        }

        var standing = StandingOf(company);
        var asksGates = change == SorceOperation.Publish || (change == SorceOperation.Resume && assumptions.ResumeRunsGates);
        return Answer(assumptions.ChangedStatus, company.Change(jobId, now, job =>
        {
            if (!lifecycle.Allows(change, job.Status))
            {
                return SorceOutcome.Refused(errors.InvalidTransition(change, job.Status));
            }

            return asksGates && gates.Refuse(job, standing) is { } refusal
                ? SorceOutcome.Refused(refusal)
                : SorceOutcome.Done(lifecycle.Apply(change, job, now));
        }));
    }

    private SandboxResponse Answer(int status, SorceOutcome? outcome) => outcome switch
    {
        null => errors.JobNotFound(),
        { Job: { } job } => answers.Job(status, job),
        _ => outcome.Refusal!,
    };

    private SorceStanding StandingOf(SorceCompany company) => new(controls.TermsAccepted(company.Id), controls.CardOnFile(company.Id));
}
