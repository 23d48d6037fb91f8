using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Writes what went well: a job, the list of jobs, the places found.</summary>
internal sealed class SorceAnswers(SorceAssumptions assumptions)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public SandboxResponse Job(int status, SorceJob job) => Write(status, json => Job(json, job));

    public SandboxResponse Jobs(IEnumerable<SorceJob> jobs) => Items(assumptions.ListProperty, jobs, Job);

    public SandboxResponse Locations(IEnumerable<SorceLocation> locations) => Items("items", locations, Location);

    private SandboxResponse Items<T>(string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> item) => Write(200, json =>
    {
        json.WriteStartObject();
        Array(json, name, items, item);
        json.WriteEndObject();
    });

    private SandboxResponse Write(int status, Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            content(json);
        }

        return new SandboxResponse(status, stream.ToArray(), assumptions.ContentType);
    }

    private void Job(Utf8JsonWriter json, SorceJob job)
    {
        json.WriteStartObject();
        json.WriteString("id", job.Id);
        json.WriteString("companyId", job.CompanyId);
        json.WriteString("title", job.Title);
        json.WriteString("description", job.Description ?? assumptions.MissingDescription);
        json.WriteString("status", job.Status);
        json.WriteString("remoteOption", job.RemoteOption);
        json.WriteString("remoteCountry", job.RemoteCountry);
        json.WriteString("jobType", job.JobType);
        json.WriteString("jobLevel", job.JobLevel);
        Number(json, "salaryMin", job.SalaryMin);
        Number(json, "salaryMax", job.SalaryMax);
        json.WriteString("salaryPeriod", job.SalaryPeriod);
        Number(json, "bidPerQualifiedApplicantCents", job.BidPerQualifiedApplicantCents);
        Set(json, "locations", job.Locations, Location);
        Set(json, "qualifications", job.Qualifications, Qualification);
        Set(json, "questions", job.Questions, Question);
        Set(json, "budgets", job.Budgets, Budget);
        json.WriteStartObject("applicationCounts");
        json.WriteNumber("pending", job.PendingApplications);
        json.WriteNumber("accepted", job.AcceptedApplications);
        json.WriteNumber("rejected", job.RejectedApplications);
        json.WriteEndObject();
        json.WriteBoolean("isFrozen", job.IsFrozen);
        json.WriteNumber("newApplicantCount", job.NewApplicantCount);
        Moment(json, "publishedAt", job.PublishedAt);
        Moment(json, "expiresAt", job.ExpiresAt);
        Moment(json, "closedAt", job.ClosedAt);
        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, SorceLocation location)
    {
        json.WriteStartObject();
        json.WriteNumber("locationId", location.LocationId);
        json.WriteString("displayName", location.DisplayName);
        json.WriteString("city", location.City);
        json.WriteString("stateProvince", location.StateProvince);
        json.WriteString("country", location.Country);
        json.WriteEndObject();
    }

    private static void Qualification(Utf8JsonWriter json, SorceQualification qualification)
    {
        json.WriteStartObject();
        json.WriteString("id", qualification.Id);
        json.WriteString("text", qualification.Text);
        json.WriteString("kind", qualification.Kind);
        json.WriteNumber("order", qualification.Order);
        json.WriteEndObject();
    }

    private static void Question(Utf8JsonWriter json, SorceQuestion question)
    {
        json.WriteStartObject();
        json.WriteString("id", question.Id);
        json.WriteString("prompt", question.Prompt);
        json.WriteNumber("order", question.Order);
        Array(json, "options", question.Options, (writer, option) => writer.WriteStringValue(option));
        foreach (var unknown in question.Unknown)
        {
            json.WritePropertyName(unknown.Key);
            unknown.Value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void Budget(Utf8JsonWriter json, SorceBudget budget)
    {
        json.WriteStartObject();
        json.WriteString("window", budget.Window);
        json.WriteNumber("budgetCents", budget.BudgetCents);
        if (budget.Notes is not null)
        {
            json.WriteString("notes", budget.Notes);
        }

        json.WriteEndObject();
    }

    private void Set<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> item)
    {
        if (items.Count == 0 && assumptions.EmptySetsAreNull)
        {
            json.WriteNull(name);
        }
        else
        {
            Array(json, name, items, item);
        }
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> item)
    {
        json.WriteStartArray(name);
        foreach (var one in items)
        {
            item(json, one);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Moment(Utf8JsonWriter json, string name, DateTimeOffset? value) =>
        json.WriteString(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
