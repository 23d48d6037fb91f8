using System.Text.Json;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Tests.Wire;

/// <summary>The example requests of the three public pages, as the cmdlets send them: byte for byte where bytes count.</summary>
public sealed class ExampleRequestTests
{
    public static TheoryData<string> Prices() =>
    [
        "Update-JobDraft job_7f3a -ExperienceLevel EXPERT -PaymentType PAY_PER_LABEL -PricePerLabel 0.06",
        "Update-JobDraft job_7f3a -ExperienceLevel expert -PaymentType pay_per_label -PricePerLabel '0.06'",
        "@{ jobId = 'job_7f3a'; experienceLevel = 'EXPERT'; paymentType = 'PAY_PER_LABEL'; pricePerLabel = '0.06' } | Update-JobDraft",
        "[pscustomobject]@{ JobId = 'job_7f3a'; experience_level = 'EXPERT'; PaymentType = 'PAY_PER_LABEL'; PricePerLabel = 0.06 } | Update-JobDraft",
        "Update-JobDraft job_7f3a -Field @{ experienceLevel = 'EXPERT'; paymentType = 'PAY_PER_LABEL'; pricePerLabel = [decimal]0.06 }",
        "Update-JobDraft job_7f3a -SkipCheck -ExperienceLevel EXPERT -PaymentType PAY_PER_LABEL -PricePerLabel 0.06",
    ];

    [Theory]
    [MemberData(nameof(Prices))]
    public void OpenTrains_patch_leaves_as_its_page_shows_it(string script)
    {
        using var wire = new WireCapture();

        var result = wire.Run(script);

        Assert.Empty(result.AllErrors);
        var sent = Assert.Single(wire.Writes);
        Assert.Equal("PATCH /api/public/v1/job-drafts/job_7f3a HTTP/1.1", sent.Line);
        AssertHeaders(sent, "ot_pat_wire_0001", hasBody: true);
        AssertBody(sent, ("experienceLevel", "\"EXPERT\""), ("paymentType", "\"PAY_PER_LABEL\""), ("pricePerLabel", "0.06"));
    }

    [Fact]
    public void TextKings_put_carries_topic_and_briefing_alone()
    {
        using var wire = new WireCapture();

        var result = wire.Run($"Set-TranslationJob {WireCapture.Job} -ProjectId {WireCapture.Project} -Topic {WireCapture.Topic} -Briefing 'Keep \"the\" umlauts: äöü'");

        Assert.Empty(result.AllErrors);
        var sent = Assert.Single(wire.Requests);
        Assert.Equal($"PUT /v1/project/{WireCapture.Project}/job/{WireCapture.Job} HTTP/1.1", sent.Line);
        AssertHeaders(sent, "tk_wire_0002", hasBody: true);
        AssertBody(sent, ("topic", $"\"{WireCapture.Topic}\""), ("briefing", """
            "Keep \"the\" umlauts: äöü"
            """));
    }

    [Fact]
    public void Sorces_publish_leaves_without_a_body()
    {
        using var wire = new WireCapture();

        var result = wire.Run("Publish-Job job_s01 -Service Sorce");

        Assert.Empty(result.AllErrors);
        var sent = Assert.Single(wire.Requests);
        Assert.Equal("POST /api/external/v1/jobs/job_s01/publish HTTP/1.1", sent.Line);
        AssertHeaders(sent, "sk_ext_wire_0003", hasBody: false);
        Assert.Empty(sent.Body);
    }

    [Fact]
    public void Reads_carry_the_same_headers_and_no_body()
    {
        using var wire = new WireCapture();

        wire.Run($"Get-DraftCapabilities; Get-TranslationJob {WireCapture.Project} {WireCapture.Job}");

        Assert.Equal(["ot_pat_wire_0001", "tk_wire_0002"], wire.Requests.Select(request => request.Header("Authorization")![7..]));
        Assert.All(wire.Requests, request =>
        {
            Assert.Equal("application/json", request.Header("Accept"));
            Assert.Null(request.Header("Content-Type"));
            Assert.Empty(request.Body);
        });
    }

    [Fact]
    public void An_id_is_one_segment_of_the_path_whatever_it_holds()
    {
        using var wire = new WireCapture();

        wire.Run("Update-JobDraft 'a/../b?c#d e%2f' -SkipCheck -JobTitle x");

        Assert.Equal("/api/public/v1/job-drafts/a%2F..%2Fb%3Fc%23d%20e%252f", Assert.Single(wire.Writes).Target);
    }

    [Fact]
    public void A_lost_publish_is_looked_up_and_arrives_once()
    {
        using var wire = new WireCapture(request => request.Method == "POST"
            ? WireReply.CloseUnanswered
            : WireReply.Of(200, """{"id":"job_s01","title":"Baker","status":"ACTIVE","items":[]}"""));

        // The first read keeps the connection open, on which the publish is lost.
        var result = wire.Run("$null = Test-JobDraftConnection -Service Sorce; Publish-Job job_s01 -Service Sorce");

        Assert.Empty(result.AllErrors);
        Assert.Equal("ACTIVE", Assert.Single(result.Output).Properties["Status"].Value);
        var publish = Assert.Single(wire.Requests, request => request.Method == "POST");
        Assert.Equal(wire.Requests[0].Connection, publish.Connection);
        Assert.Equal("GET /api/external/v1/jobs/job_s01 HTTP/1.1", wire.Requests[^1].Line);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public void A_redirect_takes_neither_the_edit_nor_the_token_elsewhere(int status)
    {
        using var elsewhere = new WireServer(_ => WireReply.Of(200, """{"jobId":"job_7f3a"}"""));
        using var wire = new WireCapture(request => request.Method == "PATCH" ? WireReply.Of(status, "", "", ("Location", elsewhere.Origin + "/take")) : null);

        var result = wire.Run("Update-JobDraft job_7f3a -PricePerLabel 0.06");

        Assert.StartsWith($"OpenTrain.Http{status},", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
        Assert.Equal("PATCH", Assert.Single(wire.Writes).Method);
    }

    private static void AssertHeaders(WireRequest sent, string token, bool hasBody)
    {
        Assert.Equal("Bearer " + token, sent.Header("Authorization"));
        Assert.Equal("application/json", sent.Header("Accept"));
        Assert.StartsWith("JobDraftsPS/", sent.Header("User-Agent"), StringComparison.Ordinal);

        // Several servers refuse an empty body that says it is JSON, and some compare the type as a text.
        Assert.Equal(hasBody ? "application/json" : null, sent.Header("Content-Type"));

        // Without it some servers refuse a POST, and the platform would repeat one by itself.
        Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(sent.Body).ToString(System.Globalization.CultureInfo.InvariantCulture), sent.Header("Content-Length"));
    }

    /// <summary>Exactly these members, each with exactly this text, in any order.</summary>
    private static void AssertBody(WireRequest sent, params (string Name, string Raw)[] members)
    {
        using var body = JsonDocument.Parse(sent.Body);
        Assert.Equal(
            members.OrderBy(member => member.Name, StringComparer.Ordinal),
            body.RootElement.EnumerateObject().Select(member => (member.Name, member.Value.GetRawText())).OrderBy(member => member.Name, StringComparer.Ordinal));
    }
}
