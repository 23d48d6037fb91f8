namespace JobDraftsPS.Core.TextKing;

/// <summary>TEXTKING's paths: a collection is plural, an item singular.</summary>
internal static class TextKingRoutes
{
    public const string Projects = "/projects";
    public const string Project = "/project/{projectId}";
    public const string Coupon = Project + "/coupon";
    public const string LineItems = Project + "/line-items";
    public const string Jobs = Project + "/jobs";
    public const string Job = Project + "/job/{jobId}";
    public const string Upload = Job + "/document/{documentName}";
    public const string Document = Job + "/document";
    public const string Translation = Job + "/translation";
    public const string Callbacks = Job + "/callbacks";
    public const string Callback = Job + "/callback/{callbackId}";
    public const string Topics = "/topics";
    public const string Topic = "/topic/{topicId}";
    public const string SourceLanguages = "/languages/source";
    public const string TargetLanguages = "/languages/target";
    public const string Language = "/language/{code}";
    public const string PriceInfo = "/price-info";
    public const string Addresses = "/account/addresses";
    public const string Address = "/account/address/{addressId}";
}
