using JobDraftsPS.Sandbox.TextKing.Endpoints;

namespace JobDraftsPS.Sandbox.TextKing;

/// <summary>All paths of the service: a collection's path is a plural, an item's a singular.</summary>
internal static class TextKingRoutes
{
    private const string Project = "project/{projectId}";
    private const string Job = Project + "/job/{jobId}";

    /// <summary>The table.</summary>
    public static IReadOnlyList<TextKingRoute> Create(TextKingWorld world)
    {
        var projects = new ProjectEndpoints(world);
        var jobs = new JobEndpoints(world);
        var documents = new DocumentEndpoints(world);
        var callbacks = new CallbackEndpoints(world);
        var catalog = new CatalogEndpoints(world);
        var prices = new PriceEndpoints(world);
        var languagesArePublic = world.Assumptions.LanguagesArePublic;
        return
        [
            new TextKingRoute("projects").Get(ProjectEndpoints.List).Post(projects.Create),
            new TextKingRoute(Project).Get(projects.Get).Put(projects.Put).Delete(projects.Delete),
            new TextKingRoute(Project + "/coupon").Get(projects.Coupon),
            new TextKingRoute(Project + "/line-items").Get(projects.LineItems),
            new TextKingRoute(Project + "/jobs").Get(jobs.List).Post(jobs.Create),
            new TextKingRoute(Job).Get(jobs.Get).Put(jobs.Put).Delete(jobs.Delete),
            new TextKingRoute(Job + "/document/{documentName}").Upload(documents.Upload),
            new TextKingRoute(Job + "/document").Download(documents.Source),
            new TextKingRoute(Job + "/translation").Download(documents.Translation),
            new TextKingRoute(Job + "/callbacks").Get(callbacks.List).Post(callbacks.Create),
            new TextKingRoute(Job + "/callback/{callbackId}").Get(callbacks.Get).Put(callbacks.Put).Delete(callbacks.Delete),
            new TextKingRoute("topics", isPublic: true).Get(catalog.Topics),
            new TextKingRoute("topic/{topicId}", isPublic: true).Get(catalog.Topic),
            new TextKingRoute("languages/source", languagesArePublic).Get(catalog.SourceLanguages),
            new TextKingRoute("languages/target", languagesArePublic).Get(catalog.TargetLanguages),
            new TextKingRoute("language/{code}", languagesArePublic).Get(catalog.Language),
            new TextKingRoute("price-info", isPublic: true).Get(prices.ForWords).Post(prices.ForDocument),
            new TextKingRoute("account/addresses").Get(AccountEndpoints.Addresses),
            new TextKingRoute("account/address/{addressId}").Get(AccountEndpoints.Address),
        ];
    }
}
