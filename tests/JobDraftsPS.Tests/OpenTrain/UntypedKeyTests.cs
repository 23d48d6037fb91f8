using System.Text.Json.Nodes;
using JobDraftsPS.Tests.Shared;
using JobDraftsPS.Tests.Wire;

namespace JobDraftsPS.Tests.OpenTrain;

/// <summary>Keys whose type no page documents: a value goes out in its own JSON type.</summary>
public sealed class UntypedKeyTests
{
    private const string Draft = """{"ok":true,"jobId":"job_1","status":"DRAFT","validation":{"publishReady":true,"issueCount":0,"missingFieldCount":0,"missingFields":[],"issues":[]}}""";
    private static readonly WireReply Capabilities = WireReply.Of(200, """{"draft":{"updateKeys":["timeRequirement","visibility","budgetRange","projectScope"],"importFormats":["text"],"enums":{}},"capabilities":{"draftUpdate":true},"enabled":true}""");

    [Theory]
    [InlineData("@{ jobId = 'job_1'; timeRequirement = 40 }", """{"timeRequirement":40}""")]
    [InlineData("@{ jobId = 'job_1'; timeRequirement = '40' }", """{"timeRequirement":"40"}""")]
    [InlineData("@{ jobId = 'job_1'; visibility = $true }", """{"visibility":true}""")]
    [InlineData("@{ jobId = 'job_1'; budgetRange = 12.5 }", """{"budgetRange":12.5}""")]
    [InlineData("@{ jobId = 'job_1'; projectScope = @('a', 'b') }", """{"projectScope":["a","b"]}""")]
    [InlineData("@{ jobId = 'job_1'; budgetRange = [ordered] @{ min = 1; max = @(2) } }", """{"budgetRange":{"min":1,"max":[2]}}""")]
    [InlineData("([pscustomobject] @{ jobId = 'job_1'; budgetRange = [pscustomobject] @{ min = 1 } })", """{"budgetRange":{"min":1}}""")]
    [InlineData("('jobId,timeRequirement,visibility', 'job_1,40,true' | ConvertFrom-Csv)", """{"timeRequirement":"40","visibility":"true"}""")]
    public void A_value_goes_out_in_its_own_type_and_text_stays_text(string row, string body)
    {
        using var wire = new WireCapture(request => request.Target.EndsWith("/capabilities", StringComparison.Ordinal) ? Capabilities : WireReply.Of(200, Draft));

        var result = wire.Run($"{row} | Update-JobDraft");

        Assert.Empty(result.AllErrors);
        var sent = Assert.Single(wire.Requests, request => request.Method == "PATCH");
        Assert.Equal(JsonNode.Parse(body)!.ToJsonString(), JsonNode.Parse(sent.Body)!.ToJsonString());
    }

    [Fact]
    public void A_type_that_the_work_list_tells_holds_for_what_is_answered_in_a_prompt_or_a_table()
    {
        const string Gap = """{"ok":true,"jobId":"job_1","status":"DRAFT","validation":{"publishReady":false,"issueCount":0,"missingFieldCount":1,"missingFields":[{"field":"timeRequirement","label":"Hours","message":"Needed.","prompt":"Hours?","type":"number","updateKeys":["timeRequirement"]}],"issues":[]}}""";
        using var wire = new WireCapture(request => request.Target.EndsWith("/capabilities", StringComparison.Ordinal) ? Capabilities : WireReply.Of(200, Gap));

        wire.Run("@{ jobId = 'job_1'; visibility = 'all' } | Update-JobDraft | Complete-JobDraft -Answer @{ timeRequirement = '40' } -WarningAction SilentlyContinue -ErrorAction SilentlyContinue");

        Assert.Contains(wire.Requests, request => request.Method == "PATCH" && request.Body == """{"timeRequirement":40}""");
    }
}
