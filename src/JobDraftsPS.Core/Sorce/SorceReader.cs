using System.Text.Json;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Reads Sorce's success answers into records. Null when an answer is not what it should be.</summary>
internal static class SorceReader
{
    public static ConnectionTest? Test(JsonElement element, Uri baseUri) => !element.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array ? null : new ConnectionTest
    {
        Service = JobService.Sorce,
        BaseUri = baseUri,
        Succeeded = true,
        Message = "The key is good. The service does not say which company it is bound to.",
    };

    public static JobListing? Listing(JsonElement element)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } jobId)
        {
            return null;
        }

        return new JobListing
        {
            JobId = jobId,
            CompanyId = reader.Text("companyId"),
            Title = reader.Text("title"),
            Description = reader.Text("description"),
            Status = reader.Text("status"),
            RemoteOption = reader.Text("remoteOption"),
            RemoteCountry = reader.Text("remoteCountry"),
            JobType = reader.Text("jobType"),
            JobLevel = reader.Text("jobLevel"),
            SalaryMin = reader.Whole("salaryMin"),
            SalaryMax = reader.Whole("salaryMax"),
            SalaryPeriod = reader.Text("salaryPeriod"),
            BidPerQualifiedApplicantCents = reader.Whole("bidPerQualifiedApplicantCents"),
            Locations = reader.Objects(SorceValues.Locations)?.Select(Location).ToArray(),
            Qualifications = reader.Objects(SorceValues.Qualifications)?.Select(Qualification).ToArray(),
            Questions = reader.Objects(SorceValues.Questions)?.Select(Question).ToArray(),
            Budgets = reader.Objects(SorceValues.Budgets)?.Select(Budget).ToArray(),
            ApplicationCounts = reader.Object("applicationCounts") is { } counts ? PlainJson.ReadObject(counts) : null,
            IsFrozen = reader.Flag("isFrozen"),
            NewApplicantCount = reader.Whole("newApplicantCount"),
            PublishedAt = reader.Moment("publishedAt"),
            ExpiresAt = reader.Moment("expiresAt"),
            ClosedAt = reader.Moment("closedAt"),
            Validation = ListingGates.Check(element),
            AdditionalData = reader.Rest(),
        };
    }

    public static ListingState? State(JsonElement element) => Listing(element) is { } listing ? new ListingState(listing, element) : null;

    /// <summary>A list: a bare array, or an object that holds one. Null when an entry is no listing.</summary>
    public static ListingPage? Page(JsonElement element, bool followsCursor)
    {
        if (ListIn(element) is not { } list)
        {
            return null;
        }

        var states = list.EnumerateArray().Select(State).ToList();
        if (states.Contains(null))
        {
            return null;
        }

        var next = new RecordReader(element).Text("nextCursor") is { Length: > 0 } cursor && followsCursor ? cursor : null;
        var marks = Marks(element, states.Count);
        // Marks that contradict each other prove nothing.
        return new ListingPage(states!, next, next is null && marks.Contains(false), marks.Count > 0 && !marks.Contains(false));
    }

    /// <summary>Whether each mark says that nothing follows: a cursor that is null, no more to come, or a total that is reached. A list without a mark may be a part.</summary>
    private static List<bool> Marks(JsonElement answer, int count)
    {
        var marks = new List<bool>();
        if (answer.ValueKind != JsonValueKind.Object)
        {
            return marks;
        }

        foreach (var member in answer.EnumerateObject())
        {
            switch (FieldSet.Key(member.Name))
            {
                case "nextcursor" or "cursor" or "next" or "nextpage": marks.Add(member.Value.ValueKind == JsonValueKind.Null); break;
                case "hasmore" or "hasnext": marks.Add(member.Value.ValueKind == JsonValueKind.False); break;
                case "total" or "totalcount" or "totalitems": marks.Add(member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt64(out var total) && total <= count); break;
            }
        }

        return marks;
    }

    /// <summary>The places that a search found; null when the answer is no list of places.</summary>
    public static JobLocation[]? Places(JsonElement element) => new RecordReader(element).Objects("items") is { } items && items.All(item => new RecordReader(item).Whole("locationId") is not null)
        ? [.. items.Select(Location)]
        : null;

    private static JsonElement? ListIn(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element;
        }

        foreach (var name in SorceAssumptions.ListProperties)
        {
            if (element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array)
            {
                return list;
            }
        }

        // Under any other name, as long as it can be no other list.
        var lists = element.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array).Select(member => member.Value).ToArray();
        return lists.Length == 1 ? lists[0] : null;
    }

    private static JobLocation Location(JsonElement element)
    {
        var reader = new RecordReader(element);
        return new JobLocation
        {
            LocationId = reader.Whole("locationId") ?? 0,
            DisplayName = reader.Text("displayName"),
            City = reader.Text("city"),
            StateProvince = reader.Text("stateProvince"),
            Country = reader.Text("country"),
            AdditionalData = reader.Rest(),
        };
    }

    private static JobQualification Qualification(JsonElement element)
    {
        var reader = new RecordReader(element);
        return new JobQualification { Text = reader.Text("text"), Kind = reader.Text("kind"), Order = reader.Whole("order"), AdditionalData = reader.Rest() };
    }

    private static JobQuestion Question(JsonElement element)
    {
        var reader = new RecordReader(element);
        return new JobQuestion { Prompt = reader.Text("prompt"), Order = reader.Whole("order"), Options = reader.Texts("options"), AdditionalData = reader.Rest() };
    }

    private static JobBudget Budget(JsonElement element)
    {
        var reader = new RecordReader(element);
        return new JobBudget { Window = reader.Text("window"), BudgetCents = reader.Number("budgetCents") ?? 0, Notes = reader.Text("notes"), AdditionalData = reader.Rest() };
    }
}
