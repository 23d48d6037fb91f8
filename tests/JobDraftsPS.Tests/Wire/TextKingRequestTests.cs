using System.Globalization;
using System.Text;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Tests.Wire;

/// <summary>What each cmdlet of TEXTKING's projects, jobs, callbacks and catalogues really sends.</summary>
public sealed class TextKingRequestTests
{
    private const string P = TextKingWire.Project;
    private const string J = TextKingWire.Job;
    private const string C = TextKingWire.Callback;
    private const string A = TextKingWire.Address;
    private const string T = WireCapture.Topic;
    private const string Page = "page=1&per_page=100";

    public static TheoryData<string, string[]> Reads => new()
    {
        { "Get-TranslationProject -SkipCheck", [$"/projects?{Page}"] },
        { "Get-TranslationProject -State Prepared -SkipCheck", [$"/projects?state=prepared&{Page}"] },
        { $"Get-TranslationProject {P} -SkipCheck", [$"/project/{P}"] },
        { $"Get-TranslationProject {P}", [$"/project/{P}", $"/project/{P}/jobs?{Page}"] },
        { "Get-TranslationProject", [$"/projects?{Page}", $"/project/{P}/jobs?{Page}"] },
        { $"Get-TranslationJob {P} -State new", [$"/project/{P}/jobs?{Page}"] },
        { $"Get-TranslationLineItem {P}", [$"/project/{P}/line-items?{Page}"] },
        { $"Get-TranslationCoupon {P}", [$"/project/{P}/coupon"] },
        { $"Get-TranslationCallback {P} {J}", [$"/project/{P}/job/{J}/callbacks?{Page}"] },
        { $"Get-TranslationCallback {P} {J} {C}", [$"/project/{P}/job/{J}/callback/{C}"] },
        { "Get-BillingAddress", [$"/account/addresses?{Page}"] },
        { $"Get-BillingAddress {A}", [$"/account/address/{A}"] },
    };

    public static TheoryData<string, string[], string?> PublicReads => new()
    {
        { "Get-TranslationTopic", [$"/topics?{Page}"], "en" },
        { "Get-TranslationTopic -Culture de-AT -WarningAction SilentlyContinue", [$"/topics?{Page}"], "de" },
        { $"Get-TranslationTopic {T}", [$"/topic/{T}"], "en" },
        { "Get-TranslationLanguage", [$"/languages/source?{Page}", $"/languages/target?{Page}"], "en" },
        { "Get-TranslationLanguage -Direction target", [$"/languages/target?{Page}"], "en" },
        { "Get-TranslationLanguage fr -Culture de -WarningAction SilentlyContinue", ["/language/fr"], "de" },
        { "Get-TranslationPrice 10 -SourceLanguage de -TargetLanguage en", ["/price-info?words=10&source_language=de&target_language=en"], null },
        { $"Get-TranslationPrice 10 -SourceLanguage de -TargetLanguage en, fr -Topic {T} -ThrottleLimit 1", [$"/price-info?words=10&source_language=de&target_language=en&topic={T}", $"/price-info?words=10&source_language=de&target_language=fr&topic={T}"], null },
    };

    public static TheoryData<string, string, string> Writes => new()
    {
        { "New-TranslationProject 'Spring ü' -DueDate 2026-05-04", "POST /projects", """{"name":"Spring ü","due_date":"2026-05-04"}""" },
        { "'Spring' | New-TranslationProject -CouponName W", "POST /projects", """{"coupon_name":"W","name":"Spring"}""" },
        { $"Set-TranslationProject {P} -Name B -Clear coupon_name", $"PUT /project/{P}", """{"name":"B","coupon_name":null}""" },
        { $"@{{ projectId = '{P}'; DueDate = '2026-05-04T17:30:00'; affiliate_id = '' }} | Set-TranslationProject", $"PUT /project/{P}", """{"due_date":"2026-05-04T17:30:00"}""" },
        { $"Set-TranslationProject {P} -DueDate ([datetime]'2026-05-04') -BillingAddress {A}", $"PUT /project/{P}", $$"""{"due_date":"2026-05-04","billing_address":"{{A}}"}""" },
        { $"Start-TranslationProject {P} -Confirm:$false", $"PUT /project/{P}", """{"state":"running"}""" },
        { $"Stop-TranslationProject {P} -Confirm:$false", $"PUT /project/{P}", """{"state":"canceled"}""" },
        { $"Remove-TranslationProject {P} -Confirm:$false", $"DELETE /project/{P}", "" },
        { $"New-TranslationJob {P} -Name A -SourceLanguage en -TargetLanguage fr -Quality Translation -IsActive no", $"POST /project/{P}/jobs", """{"name":"A","source_language":"en","target_language":"fr","quality":"translation","is_active":false}""" },
        { $"Remove-TranslationJob {J} {P} -Confirm:$false", $"DELETE /project/{P}/job/{J}", "" },
        { $"New-TranslationCallback {J} {P} -Url https://hooks.example.org/ -TriggerState Completed", $"POST /project/{P}/job/{J}/callbacks", """{"url":"https://hooks.example.org/","trigger_state":"completed"}""" },
        { $"Set-TranslationCallback {C} {J} {P} -ExtraData 'order 9'", $"PUT /project/{P}/job/{J}/callback/{C}", """{"extra_data":"order 9"}""" },
        { $"Remove-TranslationCallback {C} {J} {P}", $"DELETE /project/{P}/job/{J}/callback/{C}", "" },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public void A_read_asks_for_this_with_the_token_and_nothing_else(string script, string[] targets)
    {
        using var wire = new WireCapture(TextKingWire.Answer);

        var result = wire.Run(script);

        Assert.Empty(result.AllErrors);
        Assert.NotEmpty(result.Output);
        Assert.Equal(targets.Select(target => $"GET /v1{target} HTTP/1.1"), wire.Requests.Select(request => request.Line));
        Assert.All(wire.Requests, request =>
        {
            Assert.Equal(("Bearer tk_wire_0002", "application/json", string.Empty), (request.Header("Authorization"), request.Header("Accept"), request.Body));
            Assert.Null(request.Header("Accept-Language"));
        });
    }

    [Theory]
    [MemberData(nameof(PublicReads))]
    public void A_read_of_what_is_public_carries_no_token_and_says_its_language(string script, string[] targets, string? language)
    {
        using var wire = new WireCapture(TextKingWire.Answer);

        var result = wire.Run(script);

        Assert.Empty(result.AllErrors);
        Assert.NotEmpty(result.Output);
        Assert.Equal(targets.Select(target => $"GET /v1{target} HTTP/1.1"), wire.Requests.Select(request => request.Line));
        Assert.All(wire.Requests, request => Assert.Equal((null, language), (request.Header("Authorization"), request.Header("Accept-Language"))));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public void A_write_leaves_as_this_once(string script, string line, string body)
    {
        using var wire = new WireCapture(TextKingWire.Answer);

        var result = wire.Run(script);

        Assert.Empty(result.AllErrors);
        Assert.Equal(line.StartsWith("DELETE", StringComparison.Ordinal) ? 0 : 1, result.Output.Count);
        var sent = Assert.Single(wire.Writes);
        Assert.Equal($"{line.Replace(" /", " /v1/", StringComparison.Ordinal)} HTTP/1.1", sent.Line);
        Assert.Equal(body, sent.Body);
        Assert.Equal(("Bearer tk_wire_0002", "application/json"), (sent.Header("Authorization"), sent.Header("Accept")));
        Assert.Equal(Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture), sent.Header("Content-Length"));
    }

    [Fact]
    public void An_order_that_grew_while_somebody_was_asked_is_not_started()
    {
        var looks = 0;
        using var wire = new WireCapture(request => request.Target.Contains("/jobs?", StringComparison.Ordinal) && ++looks > 1
            ? WireReply.Of(200, $$"""{"page":1,"per_page":100,"total":1,"items":[{"id":"{{J}}","name":"A","source_language":"en","target_language":"fr","quality":"translation","state":"new","is_active":true,"words":9000,"net_price":1080,"currency":"EUR"}]}""")
            : TextKingWire.Answer(request));

        var result = wire.Run($"Start-TranslationProject {P} -Confirm:$false -SkipCheck");

        var error = Assert.Single(result.AllErrors);
        Assert.Contains("9000 words", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(wire.Writes);
    }

    [Fact]
    public void A_start_reads_the_order_before_and_a_create_the_list()
    {
        using var wire = new WireCapture(TextKingWire.Answer);

        wire.Run($"Start-TranslationProject {P} -Confirm:$false; New-TranslationJob {P} -Name A -SourceLanguage en -TargetLanguage fr -Quality translation; New-TranslationProject A");

        Assert.Equal(
            [
                $"GET /v1/project/{P}", $"GET /v1/project/{P}/jobs?{Page}",
                $"GET /v1/project/{P}", $"GET /v1/project/{P}/jobs?{Page}", $"PUT /v1/project/{P}",
                $"GET /v1/project/{P}/jobs?{Page}", $"POST /v1/project/{P}/jobs",
                $"GET /v1/projects?state=prepared&{Page}", "POST /v1/projects",
            ],
            wire.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    [Fact]
    public void Projects_pipe_to_their_jobs_and_on_to_an_edit()
    {
        using var wire = new WireCapture(TextKingWire.Answer);

        var result = wire.Run("Get-TranslationProject -SkipCheck | Get-TranslationJob | Set-TranslationJob -Briefing Warm");

        Assert.Empty(result.AllErrors);
        Assert.Equal([$"GET /v1/projects?{Page}", $"GET /v1/project/{P}/jobs?{Page}", $"PUT /v1/project/{P}/job/{J}"], wire.Requests.Select(request => $"{request.Method} {request.Target}"));
        Assert.Equal("""{"briefing":"Warm"}""", Assert.Single(wire.Writes).Body);
    }

    [Theory]
    [InlineData($"Start-TranslationProject {P} -Confirm:$false", "PUT")]
    [InlineData($"Remove-TranslationProject {P} -Confirm:$false", "DELETE")]
    [InlineData("New-TranslationProject A", "POST")]
    public void A_redirect_takes_neither_the_write_nor_the_token_elsewhere(string script, string method)
    {
        using var elsewhere = new WireServer(_ => WireReply.Of(200, "{}"));
        using var wire = new WireCapture(request => request.Method == method ? WireReply.Of(307, "", "", ("Location", elsewhere.Origin + "/take")) : TextKingWire.Answer(request));

        var result = wire.Run(script);

        Assert.StartsWith("TextKing.Http307,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }
}
