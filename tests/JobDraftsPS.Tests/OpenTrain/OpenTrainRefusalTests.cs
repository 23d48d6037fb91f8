using System.Globalization;
using System.Management.Automation;
using JobDraftsPS.Tests.Shared;
using JobDraftsPS.Tests.Support;
using JobDraftsPS.Tests.Wire;

namespace JobDraftsPS.Tests.OpenTrain;

/// <summary>Each refusal that OpenTrain's pages name, through the cmdlets: its id, its category, whether anything was changed, what to do.</summary>
public sealed class OpenTrainRefusalTests(SandboxBench bench) : IClassFixture<SandboxBench>
{
    private const string Full = "ot_pat_sandbox_mainAllJobCalls";
    private const string ReadOnly = "ot_pat_sandbox_readOnlyJobDrafts";
    private const string NoJobScope = "ot_pat_sandbox_noJobScopeAtAll";
    private const string Revoked = "ot_pat_sandbox_revokedLongAgo";
    private const string DraftingOff = "ot_pat_sandbox_draftingIsOff";
    private const string PublishingOff = "ot_pat_sandbox_publishingIsOff";

    private const string NeedsWrite = "Use a token with the scope jobs:write.";
    private const string NeedsRead = "Use a token with the scope jobs:read.";
    private const string NoDrafting = "The feature 'public_api_job_drafting' is off for this account; ask OpenTrain to turn it on.";
    private const string NoPublishing = "The feature 'public_api_job_publishing' is off for this account; ask OpenTrain to turn it on.";
    private const string NewToken = "Connect-JobDraftService -Service OpenTrain";

    /// <summary>Token, script, error id, words.</summary>
    public static TheoryData<string, string, string, string[]> Refusals { get; } = new()
    {
        { Revoked, "Get-DraftCapabilities", "OpenTrain.UNAUTHORIZED", [NewToken] },
        { Revoked, "New-JobDraft 'Text'", "OpenTrain.UNAUTHORIZED", [NewToken] },
        { Revoked, "Update-JobDraft ot-draft-01 -SkipCheck -Headcount 2", "OpenTrain.UNAUTHORIZED", [NewToken] },
        { Revoked, "Publish-Job ot-draft-07 -Service OpenTrain", "OpenTrain.UNAUTHORIZED", [NewToken] },
        { Revoked, "Update-PublishedJob ot-live-01 -SkipCheck -Headcount 2 -Confirm:$false", "OpenTrain.UNAUTHORIZED", [NewToken] },
        { Revoked, "Close-PublishedJob ot-live-01 -Confirm:$false", "OpenTrain.UNAUTHORIZED", [NewToken] },
        { Revoked, "Get-JobDraft", "OpenTrain.UNAUTHORIZED", [NewToken] },
        { Revoked, "Get-PublishedJob -Mine", "OpenTrain.UNAUTHORIZED", [NewToken] },

        { ReadOnly, "New-JobDraft 'Text'", "OpenTrain.FORBIDDEN", [NeedsWrite] },
        { ReadOnly, "Update-JobDraft ot-draft-01 -Headcount 2", "OpenTrain.FORBIDDEN", [NeedsWrite] },
        { ReadOnly, "Publish-Job ot-draft-07 -Service OpenTrain", "OpenTrain.FORBIDDEN", [NeedsWrite] },
        { ReadOnly, "Update-PublishedJob ot-live-01 -Headcount 2 -Confirm:$false", "OpenTrain.FORBIDDEN", [NeedsWrite] },
        { ReadOnly, "Close-PublishedJob ot-live-01 -Confirm:$false", "OpenTrain.FORBIDDEN", [NeedsWrite] },
        { NoJobScope, "Get-JobDraft", "OpenTrain.FORBIDDEN", [NeedsRead] },
        { NoJobScope, "Get-JobDraft ot-draft-01", "OpenTrain.FORBIDDEN", [NeedsRead] },
        { NoJobScope, "Get-PublishedJob -Mine", "OpenTrain.FORBIDDEN", [NeedsRead] },

        { DraftingOff, "Get-DraftCapabilities", "OpenTrain.FORBIDDEN", [NoDrafting] },
        { DraftingOff, "New-JobDraft 'Text'", "OpenTrain.FORBIDDEN", [NoDrafting] },
        { DraftingOff, "Update-JobDraft ot-draft-01 -Headcount 2", "OpenTrain.FORBIDDEN", [NoDrafting] },
        { DraftingOff, "Update-JobDraft ot-draft-01 -Headcount 2 -SkipCheck", "OpenTrain.FORBIDDEN", [NoDrafting] },
        { PublishingOff, "Publish-Job ot-draft-07 -Service OpenTrain", "OpenTrain.FORBIDDEN", [NoPublishing] },
        { PublishingOff, "Update-PublishedJob ot-live-01 -Headcount 2 -Confirm:$false", "OpenTrain.FORBIDDEN", [NoPublishing] },
        { PublishingOff, "Close-PublishedJob ot-live-01 -Confirm:$false", "OpenTrain.FORBIDDEN", [NoPublishing] },

        { Full, "Update-JobDraft ot-nowhere -Headcount 2", "OpenTrain.NOT_FOUND", ["'ot-nowhere'", "It is not a draft of this account", "Get-JobDraft"] },
        { Full, "Update-JobDraft ot-foreign-01 -Headcount 2", "OpenTrain.FORBIDDEN", ["'ot-foreign-01'", "It is not a draft of this account", "Get-JobDraft"] },
        { Full, "Update-JobDraft ot-live-01 -Headcount 2", "OpenTrain.CONFLICT", ["The job is OPEN", "Update-PublishedJob"] },
        { Full, "Update-JobDraft ot-closed-01 -Headcount 2", "OpenTrain.CONFLICT", ["The job is ARCHIVED"] },
        { Full, "Publish-Job ot-foreign-01 -Service OpenTrain", "OpenTrain.NOT_FOUND", ["belongs to the connected account"] },
        { Full, "Publish-Job ot-closed-01 -Service OpenTrain", "OpenTrain.CONFLICT", ["only while it is DRAFT"] },
        { Full, "Publish-Job ot-draft-02 -Service OpenTrain", "OpenTrain.BAD_REQUEST", ["Update-JobDraft"] },
        { Full, "Update-PublishedJob ot-foreign-01 -Headcount 2 -Confirm:$false", "OpenTrain.NOT_FOUND", ["belongs to the connected account"] },
        { Full, "Update-PublishedJob ot-draft-01 -Headcount 2 -Confirm:$false", "OpenTrain.CONFLICT", ["The job is DRAFT", "Update-JobDraft"] },
        { Full, "Update-PublishedJob ot-closed-01 -Headcount 2 -Confirm:$false", "OpenTrain.CONFLICT", ["only while it is OPEN"] },
        { Full, "Update-PublishedJob ot-live-01 -SkipCheck -Field @{ salary = 5 } -Confirm:$false", "OpenTrain.BAD_REQUEST", ["salary"] },
        { Full, "Close-PublishedJob ot-foreign-01 -Confirm:$false", "OpenTrain.NOT_FOUND", ["belongs to the connected account"] },
        { Full, "Close-PublishedJob ot-nowhere -Confirm:$false", "OpenTrain.NOT_FOUND", ["'ot-nowhere'"] },
        { Full, "Get-JobDraft -Status LIVE", "OpenTrain.BAD_REQUEST", ["Use one of the statuses DRAFT, OPEN, ONGOING, COMPLETED, ARCHIVED, PENDING_APPROVAL."] },
        { Full, "Get-PublishedJob -Mine -Status 'on air'", "OpenTrain.BAD_REQUEST", ["Use one of the statuses DRAFT, OPEN"] },
        { Full, "Get-JobDraft ot-live-01", "OpenTrain.NOT_FOUND", ["'ot-live-01'", "with the status DRAFT", "-Status"] },
        { Full, "Get-JobDraft ot-foreign-01 -Status DRAFT, OPEN", "OpenTrain.NOT_FOUND", ["DRAFT or OPEN"] },
        { Full, "Get-PublishedJob ot-closed-01", "OpenTrain.ListingClosed", ["'ot-closed-01'", "is not listed any more (closed)", "Get-PublishedJob -Mine -Status ARCHIVED"] },
        { Full, "Get-PublishedJob ot-nowhere", "OpenTrain.NOT_FOUND", ["'ot-nowhere'"] },
        { Full, "Get-PublishedJob ot-draft-01", "OpenTrain.NOT_FOUND", ["'ot-draft-01'"] },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_says_what_was_refused_and_what_to_do(string token, string script, string id, string[] words)
    {
        Connect(token);

        var result = bench.Run(script);

        Assert.Empty(result.Output);
        var category = id.Split('.')[1] switch
        {
            "UNAUTHORIZED" => ErrorCategory.AuthenticationError,
            "FORBIDDEN" => ErrorCategory.PermissionDenied,
            "CONFLICT" => ErrorCategory.InvalidOperation,
            "BAD_REQUEST" => ErrorCategory.InvalidData,
            _ => ErrorCategory.ObjectNotFound,
        };
        Assert.Single(result.AllErrors).Says(id, category, [.. words, "Nothing was changed."]);
    }

    [Fact]
    public void A_publish_that_is_not_ready_names_what_is_missing()
    {
        Connect(Full);

        var error = Assert.Single(bench.Run("Publish-Job ot-draft-02 -Service OpenTrain").Errors);

        Assert.Equal("not ready: experienceLevel, dataVolumeUnit", error.Property("Validation"));
    }

    [Fact]
    public void A_publish_that_moderation_refuses_shows_the_reasons()
    {
        using var own = new SandboxBench();
        own.Run("$null = Set-JobDraftSandbox $sandbox -ModerationWord shopping");

        var result = own.Run("Publish-Job ot-draft-07 -Service OpenTrain");

        Assert.Empty(result.Output);
        var error = Assert.Single(result.Errors);
        error.Says("OpenTrain.FORBIDDEN", ErrorCategory.PermissionDenied, "jobDescription holds the word 'shopping'", "Change the text and publish again.", "Nothing was changed.");
        Assert.Equal("moderation_blocked", error.Property("Reason"));
    }

    [Fact]
    public void An_account_that_nobody_has_claimed_publishes_three_and_is_told_when_to_go_on()
    {
        Connect("ot_pat_sandbox_unclaimedAgent");

        var result = bench.Run("""
            1..5 | ForEach-Object {
                New-JobDraft -Job @{ title = "Job $_"; description = 'Draw boxes.'; paymentType = 'PAY_PER_HOUR'; rateAmount = 20; experienceLevel = 'EXPERT'; dataVolumeUnit = 'NUMBER_OF_FILES' }
            } | Publish-Job -ThrottleLimit 1
            """);

        Assert.Equal(3, result.Output.Count);
        Assert.Equal(2, result.Errors.Count);
        Assert.All(result.Errors, error =>
        {
            error.Says("OpenTrain.QuotaExceeded", ErrorCategory.LimitsExceeded, "It can go on at", "Nothing was changed.", "Run the rest again after");
            Assert.Equal("NotSent", error.Property("Outcome"));
            Assert.InRange(TimeSpan.Parse(error.Property("RetryAfter")!, CultureInfo.InvariantCulture), TimeSpan.FromHours(23), TimeSpan.FromHours(25));
        });

        // The first refusal teaches the number; nothing after it is sent in vain.
        Assert.Single(bench.Requests(), request => request.Status == 429);
    }

    [Theory]
    [InlineData("Get-PublishedJob job_1")]
    [InlineData("Find-PublishedJob")]
    [InlineData("Get-PublishedJobFacet")]
    [InlineData("Get-PublishedJobChange 2026-01-01")]
    public void Reads_without_a_token_that_are_too_many_say_when_they_can_go_on(string script)
    {
        using var wire = new WireCapture(_ => WireReply.Of(429, """{"error":"Slow down.","code":"RATE_LIMITED","requestId":"r","details":{}}""", "application/json", ("Retry-After", "4000")));

        var error = Assert.Single(wire.Run(script).Errors);

        error.Says("OpenTrain.QuotaExceeded", ErrorCategory.LimitsExceeded, "It can go on at", "Nothing was changed.");
        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData("Get-JobDraft")]
    [InlineData("Find-PublishedJob")]
    public void A_place_in_a_list_that_is_not_good_any_more_keeps_what_was_read_and_says_to_begin_again(string script)
    {
        using var wire = new WireCapture(request => request.Target.Contains("cursor", StringComparison.Ordinal)
            ? WireReply.Of(400, """{"error":"Bad cursor.","code":"BAD_REQUEST","requestId":"r","details":{}}""")
            : WireReply.Of(200, """{"jobs":[{"id":"a","status":"DRAFT"}],"nextCursor":"old"}"""));

        var result = wire.Run(script);

        Assert.Single(result.Output);
        Assert.Single(result.Errors).Says("OpenTrain.BAD_REQUEST", ErrorCategory.InvalidData, "Bad cursor.", "run it again from the start");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    public void A_job_that_is_no_draft_gets_one_advice_whatever_the_status(int status)
    {
        using var wire = new WireCapture(request => request.Method == "PATCH" ? WireReply.Of(status, """{"error":"Not your draft.","code":"X","requestId":"r","details":null}""") : null);

        var error = Assert.Single(wire.Run("Update-JobDraft job_1 -JobTitle Signs").Errors);

        Assert.Contains("It is not a draft of this account that can be written", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("Update-PublishedJob", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_whose_user_is_gone_is_a_result_of_the_test_and_no_error()
    {
        using var wire = new WireCapture(_ => WireReply.Of(404, """{"error":"User not found.","code":"NOT_FOUND","requestId":"r"}"""));

        var result = wire.Run("Test-JobDraftConnection OpenTrain");

        Assert.Empty(result.AllErrors);
        Assert.Contains("User not found.", (string)Assert.Single(result.Output).Properties["Message"].Value, StringComparison.Ordinal);
    }

    private void Connect(string token) => Assert.Empty(bench.Run(
        "Connect-JobDraftService OpenTrain -BaseUri $address -Token $token",
        ("address", bench.Address("OpenTrain")),
        ("token", Bench.Secret(token))).AllErrors);
}
