using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>The gates before every call with a token, in the order in which they are checked: token, scope, feature.</summary>
internal sealed class OpenTrainAccess(IEnumerable<OpenTrainToken> tokens, OpenTrainAssumptions assumptions)
{
    public const string DraftingFeature = "public_api_job_drafting";
    public const string PublishingFeature = "public_api_job_publishing";

    private const string Scheme = "Bearer ";

    private readonly Dictionary<string, OpenTrainToken> known = tokens.ToDictionary(token => token.Value, StringComparer.Ordinal);

    /// <summary>The token of a call, once all its gates are passed.</summary>
    /// <exception cref="OpenTrainRefusal">401 or 403.</exception>
    public OpenTrainToken Admit(SandboxRequest request, string? scope = null, string? feature = null)
    {
        var token = Token(request);
        if (scope is not null && !token.Allows(scope))
        {
            throw OpenTrainRefusal.Forbidden(
                $"This token lacks the scope {scope}.",
                new JsonObject { ["requiredScopes"] = new JsonArray(scope) });
        }

        if (feature == DraftingFeature && !token.Account.Drafting)
        {
            throw OpenTrainRefusal.Forbidden(
                "Drafting jobs through the API is not switched on for this account.",
                new JsonObject { ["featureKey"] = feature, ["mode"] = assumptions.FeatureOffMode });
        }

        if (feature == PublishingFeature && !token.Account.Publishing)
        {
            throw OpenTrainRefusal.Forbidden(
                "Publishing jobs through the API is not switched on for this account.",
                new JsonObject { ["featureKey"] = feature });
        }

        return token;
    }

    private OpenTrainToken Token(SandboxRequest request)
    {
        var header = request.Header("Authorization");
        return header is not null
            && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && known.TryGetValue(header.Substring(Scheme.Length).Trim(), out var token)
            && !token.Revoked
            ? token
            : throw new OpenTrainRefusal(401, "A valid API token is needed: Authorization: Bearer ot_pat_...");
    }
}
