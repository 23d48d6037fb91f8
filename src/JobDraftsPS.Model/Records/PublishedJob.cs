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
    public string? JobUrl { get; init; }

    /// <summary>True when the job had been published before and this call changed nothing.</summary>
    public bool AlreadyPublished { get; init; }

    /// <summary>True when the job had been closed before and this call changed nothing.</summary>
    public bool AlreadyClosed { get; init; }

    /// <summary>The service's audit id of the publication; null on a repeat.</summary>
    public string? PublishAttemptId { get; init; }

    /// <summary>Remarks of the service that do not block.</summary>
    public string[] Warnings { get; init; } = [];

    /// <summary>What moderation made of a live edit, for instance <c>ALLOW</c>; null where the answer had none.</summary>
    public string? ModerationDecision { get; init; }

    /// <summary>The reasons that moderation gave.</summary>
    public string[] ModerationReasons { get; init; } = [];

    /// <summary>True while the job takes applicants; null where the answer did not say.</summary>
    public bool? AcceptingApplicants { get; init; }

    /// <summary>Proposals in all; null where the answer did not say.</summary>
    public long? ProposalCount { get; init; }

    /// <summary>Proposals that nobody has reviewed; null where the answer did not say.</summary>
    public long? UnreviewedProposalCount { get; init; }

    /// <summary>When the job was made; null where the answer did not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the job was last changed; null where the answer did not say.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the listing was posted.</summary>
    public DateTimeOffset? DatePosted { get; init; }

    /// <summary>Until when the listing says that it is valid.</summary>
    public DateTimeOffset? ValidThrough { get; init; }

    /// <summary>The title as part of an address.</summary>
    public string? Slug { get; init; }

    /// <summary>The company that posts the job.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The description as plain text.</summary>
    public string? DescriptionText { get; init; }

    /// <summary>The description as HTML.</summary>
    public string? DescriptionHtml { get; init; }

    /// <summary>The title for search engines; often null.</summary>
    public string? SeoTitle { get; init; }

    /// <summary>A short text; often null.</summary>
    public string? Summary { get; init; }

    /// <summary>Kinds of employment, for instance <c>CONTRACTOR</c>.</summary>
    public string[] EmploymentTypes { get; init; } = [];

    /// <summary>Countries of the people wanted.</summary>
    public string[] Countries { get; init; } = [];

    /// <summary>Languages of the people wanted.</summary>
    public string[] Languages { get; init; } = [];

    /// <summary>The marketplace's category.</summary>
    public string? Category { get; init; }

    /// <summary>The kind of data.</summary>
    public string? DataType { get; init; }

    /// <summary>Kinds of labels.</summary>
    public string[] LabelTypes { get; init; } = [];

    /// <summary>The labelling software; null for none named.</summary>
    public string? LabelingSoftware { get; init; }

    /// <summary>The experience wanted, in words for people: not the value that a draft is written with.</summary>
    public string? ExperienceLevel { get; init; }

    /// <summary>Skills of the people wanted.</summary>
    public string[] Skills { get; init; } = [];

    /// <summary>How the work is paid; null where the answer did not say.</summary>
    public PublishedJobPay? Pay { get; init; }

    /// <summary>Where to apply.</summary>
    public string? ApplyUrl { get; init; }
}
