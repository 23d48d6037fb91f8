using System.Text.Json;

namespace JobDraftsPS.Sandbox.OpenTrain.Drafts;

/// <summary>Reads the body of a patch, for drafts and live jobs alike: as a whole or not at all.</summary>
internal static class DraftPatch
{
    /// <exception cref="OpenTrainRefusal">400: not an object, no field, an unknown key, a wrong type or value.</exception>
    public static IReadOnlyDictionary<string, object?> Read(byte[] body, OpenTrainAssumptions assumptions)
    {
        using var document = JsonBody.Parse(body);
        var issues = new ZodIssues();
        var patch = new Dictionary<string, object?>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (DraftSchema.Find(member.Name) is not { } field)
            {
                unknown.Add(member.Name);
            }
            else if (member.Value.ValueKind == JsonValueKind.Null && !assumptions.NotClearable.Contains(member.Name))
            {
                patch[member.Name] = null;
            }
            else
            {
                patch[member.Name] = DraftValues.Read(field, member.Value, issues, assumptions);
            }
        }

        if (unknown.Count > 0)
        {
            issues.Unrecognized(unknown);
        }

        if (issues.Count == 0 && patch.Count == 0)
        {
            issues.Custom(null, "At least one field has to be set");
        }

        issues.ThrowIfAny();
        if (assumptions.PaymentTypeErasesRates && patch.TryGetValue("paymentType", out var type))
        {
            foreach (var rate in DraftSchema.Rates.Where(rate => rate != DraftSchema.RateOf(type as string) && !patch.ContainsKey(rate)).ToArray())
            {
                patch[rate] = null;
            }
        }

        return patch;
    }
}
