using System.Text.Json;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;

namespace JobDraftsPS.Sandbox.OpenTrain.Import;

/// <summary>Reads the service's own job object, whose keys differ in part from the patch keys.</summary>
internal static class CanonicalImport
{
    private const string Rate = "rateAmount";

    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["title"] = "jobTitle",
        ["description"] = "jobDescription",
        ["tools"] = "labelingSoftware",
    };

    public static ImportedDraft Read(JsonElement job)
    {
        var draft = new ImportedDraft();
        foreach (var member in job.EnumerateObject())
        {
            var key = Renamed.TryGetValue(member.Name, out var renamed) ? renamed : member.Name;
            if (DraftSchema.Find(key) is not null)
            {
                draft.SetOrList("job." + member.Name, key, member.Value);
            }
            else if (member.Name != Rate)
            {
                draft.NotMapped("job." + member.Name, "unknown_key", member.Value.ToString());
            }
        }

        if (job.TryGetProperty(Rate, out var rate))
        {
            SetRate(draft, rate);
        }

        return draft;
    }

    /// <summary>The amount belongs to the rate that the payment type names; without one it belongs to none.</summary>
    private static void SetRate(ImportedDraft draft, JsonElement rate)
    {
        var paymentType = draft.Fields.TryGetValue("paymentType", out var type) ? type as string : null;
        if (DraftSchema.RateOf(paymentType) is { } key)
        {
            draft.SetOrList("job." + Rate, key, rate);
        }
        else
        {
            draft.NotMapped("job." + Rate, "payment_type_missing", rate.ToString());
        }
    }
}
