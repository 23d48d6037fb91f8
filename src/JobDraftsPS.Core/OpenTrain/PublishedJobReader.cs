using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>Reads jobs beyond the draft: own ones as the list shows them, listings as everyone sees them, and the answers to their writes.</summary>
internal static class PublishedJobReader
{
    /// <summary>A page of a list; null when there is no list, an entry has no id, or the next place is one that was there before.</summary>
    public static JobListPage? Page(JsonElement element, Func<JsonElement, object?> read, ISet<string> places)
    {
        if (!element.TryGetProperty("jobs", out var found) || found.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var items = found.EnumerateArray().Select(read).ToArray();
        var next = new RecordReader(element).Text("nextCursor");
        // A service that leads back to a place would be asked for ever.
        return items.Contains(null) || (next is not null && places.Contains(next)) ? null : new JobListPage(items!, string.IsNullOrEmpty(next) ? null : next);
    }

    /// <summary>An entry of the list of one's own jobs: a draft, or a job that is beyond that.</summary>
    public static object? Own(JsonElement element)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } jobId)
        {
            return null;
        }

        var status = reader.Text("status");
        if (status == JobStatuses.Draft)
        {
            return new JobDraft
            {
                JobId = jobId,
                Title = reader.Text("title"),
                Status = status,
                JobUrl = reader.Text("jobUrl"),
                CreatedAt = reader.Moment("createdAt"),
                UpdatedAt = reader.Moment("updatedAt"),
                AdditionalData = reader.Rest(),
            };
        }

        var proposals = new RecordReader(reader.Object("proposalCounts") ?? default);
        return new PublishedJob
        {
            JobId = jobId,
            Title = reader.Text("title"),
            Status = status,
            JobUrl = reader.Text("jobUrl"),
            AcceptingApplicants = reader.Flag("acceptingApplicants"),
            ProposalCount = proposals.Whole("total"),
            UnreviewedProposalCount = proposals.Whole("unreviewed"),
            CreatedAt = reader.Moment("createdAt"),
            UpdatedAt = reader.Moment("updatedAt"),
            AdditionalData = reader.Rest(),
        };
    }

    /// <summary>A listing as everyone sees it.</summary>
    public static PublishedJob? Listing(JsonElement element)
    {
        var reader = new RecordReader(element);
        return reader.Text("id") is not { Length: > 0 } jobId ? null : new PublishedJob
        {
            JobId = jobId,
            Title = reader.Text("title"),
            Status = reader.Text("status"),
            JobUrl = reader.Text("url"),
            ApplyUrl = reader.Text("applyUrl"),
            Slug = reader.Text("slug"),
            CompanyName = reader.Text("companyName"),
            DescriptionText = reader.Text("descriptionText"),
            DescriptionHtml = reader.Text("descriptionHtml"),
            SeoTitle = reader.Text("seoTitle"),
            Summary = reader.Text("summary"),
            DatePosted = reader.Moment("datePosted"),
            ValidThrough = reader.Moment("validThrough"),
            UpdatedAt = reader.Moment("updatedAt"),
            EmploymentTypes = reader.Texts("employmentTypes"),
            Countries = reader.Texts("countries"),
            Languages = reader.Texts("languages"),
            Category = reader.Text("category"),
            DataType = reader.Text("dataType"),
            LabelTypes = reader.Texts("labelTypes"),
            LabelingSoftware = reader.Text("labelingSoftware"),
            ExperienceLevel = reader.Text("experienceLevel"),
            Skills = reader.Texts("skills"),
            Pay = reader.Object("pay") is { } pay ? Pay(pay) : null,
            AdditionalData = reader.Rest(),
        };
    }

    /// <summary>The answer to a live edit, or the details of one that moderation took offline.</summary>
    public static PublishedJob? Edited(JsonElement element, string? title)
    {
        var reader = new RecordReader(element);
        if (reader.Text("jobId") is not { Length: > 0 } jobId || reader.Flag("ok") == false)
        {
            return null;
        }

        var moderation = new RecordReader(reader.Object("moderation") ?? default);
        reader.Skip("reason");
        return new PublishedJob
        {
            JobId = jobId,
            Title = title,
            Status = reader.Text("status"),
            ModerationDecision = moderation.Text("decision"),
            ModerationReasons = [.. moderation.Texts("reasons"), .. reader.Texts("reasons")],
            AdditionalData = reader.Rest(),
        };
    }

    /// <summary>The answer to a close.</summary>
    public static PublishedJob? Closed(JsonElement element, string? title)
    {
        var reader = new RecordReader(element);
        return reader.Text("jobId") is not { Length: > 0 } jobId || reader.Flag("ok") == false ? null : new PublishedJob
        {
            JobId = jobId,
            Title = title,
            Status = reader.Text("status"),
            AlreadyClosed = reader.Flag("alreadyClosed") ?? false,
            AdditionalData = reader.Rest(),
        };
    }

    private static PublishedJobPay Pay(JsonElement element)
    {
        var reader = new RecordReader(element);
        return new PublishedJobPay
        {
            PaymentType = reader.Text("paymentType"),
            Currency = reader.Text("currency"),
            HourlyRate = reader.Number("hourlyRate"),
            HourlyMin = reader.Number("hourlyMin"),
            HourlyMax = reader.Number("hourlyMax"),
            FixedPrice = reader.Number("fixedPrice"),
            PerLabelRate = reader.Number("perLabelRate"),
            AdditionalData = reader.Rest(),
        };
    }
}
