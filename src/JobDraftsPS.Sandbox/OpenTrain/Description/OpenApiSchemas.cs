using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;
using JobDraftsPS.Sandbox.OpenTrain.Import;
using JobDraftsPS.Sandbox.OpenTrain.Jobs;
using static JobDraftsPS.Sandbox.OpenTrain.Description.Schema;

namespace JobDraftsPS.Sandbox.OpenTrain.Description;

/// <summary>The shapes of what goes in and comes out, by name.</summary>
internal static class OpenApiSchemas
{
    public const string Anything = "Anything";
    public const string JobId = "JobId";
    public const string DraftImport = "DraftImport";
    public const string DraftFields = "DraftFields";
    public const string ImportedDraft = "ImportedDraft";
    public const string WrittenDraft = "WrittenDraft";
    public const string Capabilities = "Capabilities";
    public const string Me = "Me";
    public const string PublishedJob = "PublishedJob";
    public const string EditedJob = "EditedJob";
    public const string ClosedJob = "ClosedJob";
    public const string OwnJobs = "OwnJobs";
    public const string Listing = "Listing";
    public const string Listings = "Listings";
    public const string Facets = "Facets";
    public const string Changes = "Changes";
    public const string Error = "Error";
    public const string NoListing = "NoListing";
    public const string JobStatusWord = "JobStatus";
    public const string PayType = "PayType";
    public const string Limit = "Limit";
    public const string AnyText = "Text";
    public const string TimeOfEvent = "Time";

    public static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    public static JsonObject All(OpenTrainAssumptions assumptions) => new()
    {
        [Anything] = new JsonObject(),
        [AnyText] = Text(),
        [TimeOfEvent] = Time(),
        [JobId] = With(Text(), ("minLength", 1), ("maxLength", 64)),
        [Limit] = With(Whole(), ("minimum", assumptions.MinHeadcount)),
        [JobStatusWord] = OneOf(JobStatus.All),
        [PayType] = OneOf(DraftSchema.Get("paymentType").EnumValues!),
        [DraftFields] = Fields(assumptions),
        [DraftImport] = Import(assumptions),
        [nameof(MissingField)] = MissingField(),
        [nameof(Validation)] = Validation(),
        [ImportedDraft] = Object(
            "ok jobId status draftUrl validation missingFields normalizedFields warnings unmappedFields lowConfidenceFields",
            ("ok", Flag()), ("jobId", Reference(JobId)), ("status", Reference(JobStatusWord)), ("draftUrl", Text()), ("reviewUrl", Text()),
            ("validation", Reference(nameof(Validation))), ("missingFields", List(Reference(nameof(MissingField)))), ("normalizedFields", Reference(DraftFields)),
            ("warnings", List(Text())), ("unmappedFields", List(Object("path reason", ("path", Text()), ("reason", Text()), ("valuePreview", OrNull(Text()))))), ("lowConfidenceFields", List(Text()))),
        [WrittenDraft] = Object(
            "ok jobId status draftUrl validation",
            ("ok", Flag()), ("jobId", Reference(JobId)), ("status", Reference(JobStatusWord)), ("draftUrl", Text()), ("validation", Reference(nameof(Validation)))),
        [Capabilities] = Object(
            "featureKey namespace rolloutMode actorIsAdmin capabilities draft authBootstrap enabled",
            ("featureKey", Text()), ("namespace", Text()), ("rolloutMode", Text()), ("actorIsAdmin", Flag()), ("authBootstrap", Text()), ("enabled", Flag()),
            ("capabilities", MapOf(Flag())),
            ("draft", Object("importFormats updateKeys enums", ("importFormats", List(OneOf(ImportRequest.Formats))), ("updateKeys", List(Text())), ("enums", MapOf(List(Text())))))),
        [Me] = Object(
            "actor token account",
            ("actor", Object("userId", ("userId", Text()), ("email", OrNull(Text())), ("firstName", OrNull(Text())), ("lastName", OrNull(Text())), ("fullName", OrNull(Text())), ("userType", Text()))),
            ("token", Object("id label scopes", ("id", Text()), ("label", Text()), ("scopes", List(Text())), ("ownerOrganizationId", OrNull(Text())))),
            ("account", Object("kind", ("kind", Text()), ("organizationId", Text()), ("ownerUserId", Text()), ("memberRole", Text())))),
        [PublishedJob] = Object(
            "ok jobId status alreadyPublished",
            ("ok", Flag()), ("jobId", Reference(JobId)), ("status", Reference(JobStatusWord)), ("alreadyPublished", Flag()), ("jobUrl", Text()), ("publishAttemptId", OrNull(Text())),
            ("warnings", List(Text())), ("sideEffects", Object("dispatched status", ("dispatched", Flag()), ("status", Text())))),
        [EditedJob] = Object(
            "ok jobId status moderation",
            ("ok", Flag()), ("jobId", Reference(JobId)), ("status", Reference(JobStatusWord)), ("moderation", Object("decision reasons", ("decision", Text()), ("reasons", List(Text()))))),
        [ClosedJob] = Object("ok jobId status alreadyClosed", ("ok", Flag()), ("jobId", Reference(JobId)), ("status", Reference(JobStatusWord)), ("alreadyClosed", Flag())),
        [OwnJobs] = Object("jobs nextCursor", ("jobs", List(OwnJob())), ("nextCursor", OrNull(Text()))),
        [Listing] = ListingFields(),
        [Listings] = Object("jobs nextCursor generatedAt", ("jobs", List(Reference(Listing))), ("nextCursor", OrNull(Text())), ("generatedAt", Time())),
        [Facets] = Object(
            "totalJobs categories languages countries payTypes generatedAt",
            ("totalJobs", Whole()), ("categories", Counts()), ("languages", Counts()), ("countries", Counts()), ("payTypes", Counts()), ("generatedAt", Time())),
        [Changes] = Object(
            "since until changes generatedAt",
            ("since", Time()), ("until", Time()), ("generatedAt", Time()),
            ("changes", List(Object("jobId eventType occurredAt", ("jobId", Reference(JobId)), ("eventType", OneOf(["PUBLISHED", "UPDATED", "CLOSED"])), ("occurredAt", Time()))))),
        [Error] = Object("error code requestId details", ("error", Text()), ("code", Text()), ("requestId", Text()), ("details", MapOf(new JsonObject()))),
        [NoListing] = AnyOf(Reference(Error), Object("id status", ("id", Reference(JobId)), ("status", Text()))),
    };

    /// <summary>The body of a patch: at least one of the keys, and no other.</summary>
    private static JsonObject Fields(OpenTrainAssumptions assumptions) => With(
        Object(string.Empty, [.. DraftSchema.Fields.Select(field => (field.Key, assumptions.NotClearable.Contains(field.Key) ? Field(field, assumptions) : OrNull(Field(field, assumptions))))]),
        ("minProperties", 1),
        ("additionalProperties", false));

    private static JsonObject Field(DraftField field, OpenTrainAssumptions assumptions) => field.Kind switch
    {
        DraftFieldKind.Enum => OneOf(field.EnumValues!),
        DraftFieldKind.Money => With(Number(), ("minimum", assumptions.MinPrice)),
        DraftFieldKind.Number => Number(),
        DraftFieldKind.Count => With(Whole(), ("minimum", assumptions.MinHeadcount)),
        DraftFieldKind.TextList => List(Text()),
        _ when assumptions.TextOrListFields.Contains(field.Key) => AnyOf(Text(), List(Text())),
        _ => Text(),
    };

    private static JsonObject Import(OpenTrainAssumptions assumptions) => AnyOf(
        Form("rawJobDescription", assumptions, ("rawJobDescription", LongText())),
        Form("source", assumptions, ("source", With(Object("type", ("type", OneOf(ImportRequest.Formats)), ("text", LongText())), ("additionalProperties", true)))),
        Form("format job", assumptions, ("format", OneOf(["opentrain_canonical"])), ("job", MapOf(new JsonObject()))),
        Form("format jsonLd", assumptions, ("format", OneOf(["schema_org_job_posting"])), ("jsonLd", MapOf(new JsonObject()))),
        Form("format xml", assumptions, ("format", OneOf(["indeed_xml", "hr_xml"])), ("xml", LongText())));

    private static JsonObject Form(string required, OpenTrainAssumptions assumptions, params (string Name, JsonObject Schema)[] members) =>
        Object(required, [.. members, ("externalId", Key(assumptions)), ("idempotencyKey", Key(assumptions))]);

    private static JsonObject LongText() => With(Text(), ("minLength", 1), ("maxLength", ImportRequest.LongestText));

    private static JsonObject Key(OpenTrainAssumptions assumptions) => With(Text(), ("maxLength", assumptions.LongestKey));

    private static JsonObject MissingField() => Object(
        "field label message code prompt type enumValues updateKeys example hint",
        ("field", Text()), ("label", Text()), ("message", Text()), ("code", Text()), ("prompt", Text()), ("type", Text()), ("enumValues", OrNull(List(Text()))),
        ("updateKeys", List(Text())), ("example", OrNull(Text())), ("hint", OrNull(Text())));

    private static JsonObject Validation() => Object(
        "publishReady issueCount missingFieldCount missingFields issues",
        ("publishReady", Flag()), ("issueCount", Whole()), ("missingFieldCount", Whole()), ("missingFields", List(AnyOf(Reference(nameof(MissingField)), Text()))),
        ("issues", List(Object("field code message", ("field", Text()), ("code", Text()), ("message", Text())))));

    private static JsonObject OwnJob() => Object(
        "id title status published acceptingApplicants createdAt updatedAt jobUrl proposalCounts",
        ("id", Reference(JobId)), ("title", OrNull(Text())), ("status", Reference(JobStatusWord)), ("published", Flag()), ("acceptingApplicants", Flag()),
        ("createdAt", Time()), ("updatedAt", Time()), ("jobUrl", OrNull(Text())), ("proposalCounts", Object("total unreviewed", ("total", Whole()), ("unreviewed", Whole()))));

    private static JsonObject ListingFields() => Object(
        "id slug title status pay url",
        ("id", Reference(JobId)), ("slug", Text()), ("title", Text()), ("companyName", Text()), ("descriptionText", Text()), ("descriptionHtml", Text()), ("seoTitle", OrNull(Text())),
        ("summary", OrNull(Text())), ("status", Reference(JobStatusWord)), ("datePosted", Time()), ("validThrough", Time()), ("updatedAt", Time()), ("employmentTypes", List(Text())),
        ("countries", List(Text())), ("languages", List(Text())), ("category", Text()), ("dataType", OrNull(Text())), ("labelTypes", List(Text())), ("labelingSoftware", OrNull(Text())),
        ("experienceLevel", OrNull(Text())), ("skills", List(Text())), ("url", Text()), ("applyUrl", Text()),
        ("pay", Object(
            "paymentType currency",
            ("paymentType", OrNull(Text())), ("currency", Text()), ("hourlyRate", OrNull(Number())), ("hourlyMin", OrNull(Number())), ("hourlyMax", OrNull(Number())),
            ("fixedPrice", OrNull(Number())), ("perLabelRate", OrNull(Number())))));

    private static JsonObject Counts() => List(Object("value count", ("value", Text()), ("count", Whole())));
}
