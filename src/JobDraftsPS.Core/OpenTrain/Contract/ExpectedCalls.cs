using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.OpenTrain.Contract;

/// <summary>
/// What this module takes for granted about OpenTrain, gathered from where it sends by it: the routes, the fields of a draft, and the
/// bodies and queries as they are really made.
/// </summary>
internal static class ExpectedCalls
{
    /// <summary>The calls that this module makes.</summary>
    public static IReadOnlyList<ExpectedCall> All()
    {
        var fields = DraftFields.Known.Fields;
        var imports = Imports();
        return
        [
            new(OpenTrainRoutes.Me),
            new(OpenTrainRoutes.Capabilities),
            new(OpenTrainRoutes.CreateDraft) { Body = KeysOf(imports), AlwaysInBody = AlwaysIn(imports) },
            new(OpenTrainRoutes.UpdateDraft) { Body = fields, OffersAll = true, Statuses = [.. OpenTrainRoutes.UpdateDraft.Statuses.Where(status => status < 400 || status == 401), .. OpenTrainAssumptions.NotPatchable] },
            new(OpenTrainRoutes.Publish),
            new(OpenTrainRoutes.UpdateJob) { Body = fields, OffersAll = true },
            new(OpenTrainRoutes.Close),
            Paged(OpenTrainRoutes.Mine, [new("status", FieldType.Choice, JobStatuses.Known)], ["status"]),
            Paged(OpenTrainRoutes.Search, Filters(), []),
            new(OpenTrainRoutes.Listing),
            new(OpenTrainRoutes.Facets),
            new(OpenTrainRoutes.Changes) { Query = [new("since", FieldType.Text)], AlwaysInQuery = ["since"] },
        ];
    }

    private static ExpectedCall Paged(ApiRoute route, IEnumerable<FieldDefinition> filters, IEnumerable<string> always) => new(route)
    {
        Query = [.. filters, new("limit", FieldType.Whole), new("cursor", FieldType.Text)],
        AlwaysInQuery = [.. always, "limit"],
    };

    private static IEnumerable<FieldDefinition> Filters()
    {
        var payTypes = DraftFields.Known.Find("paymentType")!.Allowed;
        var whole = new JobSearch { Text = "a", Language = "a", Country = "a", PayType = payTypes[0] };
        return whole.ToQuery().Select(pair => pair.Value == payTypes[0]
            ? new FieldDefinition(pair.Key, FieldType.Choice, payTypes)
            : new FieldDefinition(pair.Key, FieldType.Text));
    }

    /// <summary>A body of each form in which a draft is made.</summary>
    private static JsonElement[] Imports()
    {
        var content = new Dictionary<string, object?> { ["title"] = "a" };
        DraftImport[] all =
        [
            DraftImport.FromText("a", "a"),
            DraftImport.FromJob(content, "a"),
            DraftImport.FromJsonLd(content, "a"),
            DraftImport.FromXml("a", "indeed_xml", "a"),
            DraftImport.FromXml("a", "hr_xml", "a"),
        ];
        return all.Select(import => JsonText.TryParse(Encoding.UTF8.GetBytes(import.ToJson()))!.Value).ToArray();
    }

    private static FieldDefinition[] KeysOf(JsonElement[] bodies) => bodies
        .SelectMany(body => body.EnumerateObject())
        .GroupBy(member => member.Name, StringComparer.Ordinal)
        .Select(member => member.Key == "format"
            ? new FieldDefinition(member.Key, FieldType.Choice, member.Select(format => format.Value.GetString()!).Distinct().ToArray())
            : new FieldDefinition(member.Key, member.First().Value.ValueKind == JsonValueKind.String ? FieldType.Text : FieldType.Any))
        .ToArray();

    private static string[] AlwaysIn(JsonElement[] bodies) =>
        bodies.Select(body => body.EnumerateObject().Select(member => member.Name)).Aggregate((some, others) => some.Intersect(others)).Except(["externalId"]).ToArray();
}
