using JobDraftsPS.Sandbox.Sorce;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

public sealed class SorceRateTests
{
    private readonly SorceBench bench = new() { RateLimit = 2, RateWindow = TimeSpan.FromSeconds(10) };

    [Fact]
    public void Waiting_the_seconds_named_is_enough()
    {
        Call(200);
        bench.Clock.Advance(TimeSpan.FromSeconds(2.5));
        Call(200);
        var wait = Seconds(Call(429));
        Assert.Equal(8, wait);
        bench.Clock.Advance(TimeSpan.FromSeconds(wait));
        Call(200);
        Call(429);
    }

    [Fact]
    public void Less_than_a_second_is_named_as_one()
    {
        Call(200);
        Call(200);
        bench.Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal(1, Seconds(Call(429)));
    }

    [Fact]
    public void A_refused_call_does_not_prolong_the_wait()
    {
        Call(200);
        Call(200);
        for (var i = 0; i < 9; i++)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            Call(429);
        }

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Call(200);
    }

    [Fact]
    public void A_call_without_a_key_is_not_counted()
    {
        for (var i = 0; i < 5; i++)
        {
            bench.Send("GET", "/jobs", authorization: "Bearer " + SorceService.RevokedKey).Expect(401);
        }

        Call(200);
        Call(200);
    }

    [Fact]
    public void A_call_that_fails_later_is_counted()
    {
        bench.Get("/nowhere").Expect(404);
        bench.Post("/jobs", "{").Expect(422);
        Call(429);
    }

    [Fact]
    public void The_limit_comes_before_the_path()
    {
        Call(200);
        Call(200);
        bench.Get("/nowhere").Expect(429);
    }

    [Fact]
    public void Each_key_has_a_rate_of_its_own()
    {
        Call(200);
        Call(200);
        Call(429);
        bench.Send("GET", "/jobs", authorization: "Bearer " + SorceService.OtherCompanyKey).Expect(200);
    }

    [Fact]
    public void The_wait_is_right_after_the_limit_was_lowered()
    {
        bench.RateLimit = 3;
        for (var i = 0; i < 3; i++)
        {
            Call(200);
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        bench.RateLimit = 1;
        var wait = Seconds(Call(429));
        Assert.Equal(9, wait);
        bench.Clock.Advance(TimeSpan.FromSeconds(wait));
        Call(200);
    }

    [Fact]
    public void The_answer_carries_no_field_errors_and_is_the_envelope()
    {
        Call(200);
        Call(200);
        var refused = Call(429);
        Assert.Equal("RATE_LIMITED", refused.Code);
        Assert.Null(refused.Fields);
    }

    private static int Seconds(SorceAnswer answer) => answer["error"].GetProperty("retryAfterSeconds").GetInt32();

    private SorceAnswer Call(int status) => bench.Get("/jobs/job_s01").Expect(status);
}
