using System.Net;
using JobDraftsPS.Sandbox.OpenTrain;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

public sealed class WhoAmITests : IDisposable
{
    private readonly SandboxUser user = new();

    public void Dispose() => user.Dispose();

    [Fact]
    public async Task A_token_learns_whose_it_is_and_what_it_may_do()
    {
        user.Token = OpenTrainTokens.ReadOnly;

        var reply = await user.GetAsync("/auth/me");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("mara@sandbox.example", reply["actor"]!["email"]!.GetValue<string>());
        Assert.Equal(["jobs:read"], reply["token"]!["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()));
    }

    [Fact]
    public async Task A_revoked_token_learns_nothing()
    {
        user.Token = OpenTrainTokens.Revoked;

        Assert.Equal(HttpStatusCode.Unauthorized, (await user.GetAsync("/auth/me")).Status);
    }
}
