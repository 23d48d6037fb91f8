namespace JobDraftsPS.Core.Tests.Support;

/// <summary>The writes that exist, one of each row of the rules for lost replies.</summary>
public enum WriteKind
{
    DraftCreate,
    DraftUpdate,
    DraftPublish,
    TranslationUpdate,
    ListingPublish,
}
