namespace JobDraftsPS;

/// <summary>
/// An OpenTrain job that is, or was, on the marketplace. Which properties have a value depends on the call that it came from: the
/// public listing tells the text and the pay, the list of one's own jobs tells dates and proposals, a write tells what it did.
/// </summary>
public sealed class PublishedJob : JobRecord
{
    /// <inheritdoc />
    public override JobService Service => JobService.OpenTrain;

    /// <summary>The public page of the job.</summary>
    public string? JobUrl { get; internal init; }

    /// <summary>True when the job had been published before and this call changed nothing.</summary>
    public bool AlreadyPublished { get; internal init; }

    /// <summary>True when the job had been closed before and this call changed nothing.</summary>
    public bool AlreadyClosed { get; internal init; }

    /// <summary>The service's audit id of the publication; null on a repeat.</summary>
    public string? PublishAttemptId { get; internal init; }

    /// <summary>Remarks of the service that do not block.</summary>
    public RecordList<string> Warnings { get; internal init; } = RecordList<string>.Empty;

    /// <summary>What moderation made of a live edit, for instance <c>ALLOW</c>; null where the answer had none.</summary>
    public string? ModerationDecision { get; internal init; }

    /// <summary>The reasons that moderation gave.</summary>
    public RecordList<string> ModerationReasons { get; internal init; } = RecordList<string>.Empty;

    /// <summary>True while the job takes applicants; null where the answer did not say.</summary>
    public bool? AcceptingApplicants { get; internal init; }

    /// <summary>Proposals in all; null where the answer did not say.</summary>
    public long? ProposalCount { get; internal init; }

    /// <summary>Proposals that nobody has reviewed; null where the answer did not say.</summary>
    public long? UnreviewedProposalCount { get; internal init; }

    /// <summary>When the job was made; null where the answer did not say.</summary>
    public DateTimeOffset? CreatedAt { get; internal init; }

    /// <summary>When the job was last changed; null where the answer did not say.</summary>
    public DateTimeOffset? UpdatedAt { get; internal init; }

    /// <summary>When the listing was posted.</summary>
    public DateTimeOffset? DatePosted { get; internal init; }

    /// <summary>Until when the listing says that it is valid.</summary>
    public DateTimeOffset? ValidThrough { get; internal init; }

    /// <summary>The title as part of an address.</summary>
    public string? Slug { get; internal init; }

    /// <summary>The company that posts the job.</summary>
    public string? CompanyName { get; internal init; }

    /// <summary>The description as plain text.</summary>
    public string? DescriptionText { get; internal init; }

    /// <summary>The description as HTML.</summary>
    public string? DescriptionHtml { get; internal init; }

    /// <summary>The title for search engines; often null.</summary>
    public string? SeoTitle { get; internal init; }

    /// <summary>A short text; often null.</summary>
    public string? Summary { get; internal init; }

    /// <summary>Kinds of employment, for instance <c>CONTRACTOR</c>.</summary>
    public RecordList<string> EmploymentTypes { get; internal init; } = RecordList<string>.Empty;

    /// <summary>Countries of the people wanted.</summary>
    public RecordList<string> Countries { get; internal init; } = RecordList<string>.Empty;

    /// <summary>Languages of the people wanted.</summary>
    public RecordList<string> Languages { get; internal init; } = RecordList<string>.Empty;

    /// <summary>The marketplace's category.</summary>
    public string? Category { get; internal init; }

    /// <summary>The kind of data.</summary>
    public string? DataType { get; internal init; }

    /// <summary>Kinds of labels.</summary>
    public RecordList<string> LabelTypes { get; internal init; } = RecordList<string>.Empty;

    /// <summary>The labelling software; null for none named.</summary>
    public string? LabelingSoftware { get; internal init; }

    /// <summary>The experience wanted, in words for people: not the value that a draft is written with.</summary>
    public string? ExperienceLevel { get; internal init; }

    /// <summary>Skills of the people wanted.</summary>
    public RecordList<string> Skills { get; internal init; } = RecordList<string>.Empty;

    /// <summary>How the work is paid; null where the answer did not say.</summary>
    public PublishedJobPay? Pay { get; internal init; }

    /// <summary>Where to apply.</summary>
    public string? ApplyUrl { get; internal init; }
}
