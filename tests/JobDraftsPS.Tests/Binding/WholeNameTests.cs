using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Binding;

/// <summary>PowerShell takes a part of a name for the whole, and a number for a name: so a hazard would be accepted that nobody named.</summary>
public sealed class WholeNameTests : IDisposable
{
    private readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("Connect-JobDraftService Open -Token $secret")]
    [InlineData("Connect-JobDraftService 1 -Token $secret")]
    [InlineData("Connect-JobDraftService 'OpenTrain,Sorce' -Token $secret")]
    [InlineData("Get-JobDraftConnection s")]
    [InlineData("Test-JobDraftConnection s")]
    [InlineData("Disconnect-JobDraftService s")]
    [InlineData("@{ jobId = 'a' } | New-JobDraftPlan -Service Sorce -Operation Pub")]
    [InlineData("Invoke-JobDraftPlan -Path none.json -Accept Billed")]
    [InlineData("Invoke-JobDraftPlan -Path none.json -Accept LiveEdit, 3")]
    public void A_part_of_a_name_or_a_number_is_no_name(string script)
    {
        var error = Assert.Single(session.Run(script, ("secret", Bench.Secret("t0ken"))).AllErrors);

        Assert.StartsWith("ParameterArgumentTransformationError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("is not one of", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-JobDraftService opentrain -Token $secret -PassThru", "OpenTrain")]
    [InlineData("Connect-JobDraftService SORCE -Token $secret -PassThru", "Sorce")]
    public void A_whole_name_is_taken_in_any_case(string script, string service)
    {
        var result = session.Run(script, ("secret", Bench.Secret("t0ken")));

        Assert.Empty(result.AllErrors);
        Assert.Equal(service, Assert.Single(result.Output).Properties["Service"].Value.ToString());
    }
}
