using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>GET /auth/me: who the token is and what it may do. An unclaimed account has no person's names yet.</summary>
internal sealed class WhoAmIEndpoint(OpenTrainAccess access)
{
    public SandboxResponse Read(SandboxRequest request)
    {
        var token = access.Admit(request);
        var account = token.Account;
        return SandboxResponse.Json(200, new JsonObject
        {
            ["actor"] = new JsonObject
            {
                ["userId"] = account.UserId,
                ["email"] = account.Email,
                ["firstName"] = account.FirstName,
                ["lastName"] = account.LastName,
                ["fullName"] = account.FirstName is null ? null : $"{account.FirstName} {account.LastName}",
                ["userType"] = "EMPLOYER",
            },
            ["token"] = new JsonObject
            {
                ["id"] = "token-" + token.Label.ToLowerInvariant().Replace(' ', '-'),
                ["label"] = token.Label,
                ["scopes"] = new JsonArray([.. token.Scopes.Select(scope => JsonValue.Create(scope))]),
                ["ownerOrganizationId"] = account.Id,
            },
            ["account"] = new JsonObject
            {
                ["kind"] = "employer_organization",
                ["organizationId"] = account.Id,
                ["ownerUserId"] = account.UserId,
                ["memberRole"] = "OWNER",
            },
        });
    }
}
