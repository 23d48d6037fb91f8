using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.TextKing.Wire;

namespace JobDraftsPS.Sandbox.TextKing.Endpoints;

/// <summary>The customer's billing addresses.</summary>
internal static class AccountEndpoints
{
    public static SandboxResponse Addresses(TextKingCall call) =>
        SandboxResponse.Json(200, Page.Read(call.Request).Of(call.Customer.Addresses, call.Resources.Address, call.Uris.Addresses));

    public static SandboxResponse Address(TextKingCall call)
    {
        var id = call.Id("addressId");
        return call.Customer.FindAddress(id) is { } address
            ? SandboxResponse.Json(200, call.Resources.Address(address))
            : throw TextKingRefusal.NotFound($"There is no address {id}.");
    }
}
