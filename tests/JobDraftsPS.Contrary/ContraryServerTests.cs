using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary;

/// <summary>What the server promises to the suite: it really does what its switches say, and holds what it says.</summary>
public sealed class ContraryServerTests
{
    private static readonly JsonObject Listing = new() { ["title"] = "Ärger" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_seed_gives_the_same_settings_each_time_and_they_print_themselves()
    {
        Assert.Equal(ContrarySettings.FromSeed(17), ContrarySettings.FromSeed(17));
        Assert.StartsWith("Seed=17 ", ContrarySettings.FromSeed(17).ToString(), StringComparison.Ordinal);
        Assert.Equal("Seed=0 KeyOrder=Reversed", new ContrarySettings { KeyOrder = KeyOrder.Reversed }.ToString());
    }

    [Fact]
    public void Every_value_of_every_switch_comes_up_within_two_hundred_seeds()
    {
        var drawn = Enumerable.Range(1, 200).Select(ContrarySettings.FromSeed).ToArray();
        foreach (var property in typeof(ContrarySettings).GetProperties().Where(property => property.PropertyType.IsEnum))
        {
            var seen = drawn.Select(settings => property.GetValue(settings)!).ToHashSet();
            Assert.Equal(Enum.GetValues(property.PropertyType).Length, seen.Count);
        }
    }

    [Fact]
    public async Task Every_form_on_the_wire_is_the_same_json_to_a_client_that_reads_it_rightly()
    {
        foreach (var framing in Enum.GetValues<Framing>())
        {
            foreach (var compression in Enum.GetValues<Compression>())
            {
                foreach (var charset in Enum.GetValues<Charset>())
                {
                    foreach (var habit in Enum.GetValues<ConnectionHabit>())
                    {
                        using var server = new ContraryServer(new ContrarySettings { Framing = framing, Compression = compression, Charset = charset, Connection = habit, Stock = 1 });
                        using var client = Client();
                        foreach (var _ in new[] { 1, 2 })
                        {
                            var title = (await ReadAsync(await client.GetAsync(new Uri(server.Origin + "/so/jobs"), Stop)))["items"]![0]!["description"]!.GetValue<string>();
                            Assert.Equal("Brötchen für zwei Läden.", title);
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_reply_is_lost_after_its_write_was_done_and_only_once()
    {
        foreach (var loss in new[] { Loss.Closed, Loss.Reset, Loss.Torn })
        {
            using var server = new ContraryServer(new ContrarySettings { Loss = loss, LossOf = WriteKind.Create });
            using var client = Client();
            await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsJsonAsync(server.Origin + "/so/jobs", Listing, Stop));
            Assert.Equal(WriteKind.Create, Assert.Single(server.State.Events).Kind);
            Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync(server.Origin + "/so/jobs", Listing, Stop)).StatusCode);
            Assert.Equal(2, server.State.Events.Count);
        }
    }

    [Fact]
    public async Task A_request_may_be_lost_before_anything_is_done()
    {
        using var server = new ContraryServer(new ContrarySettings { Loss = Loss.Closed, LossOf = WriteKind.Create, LostUndone = true });
        using var client = Client();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsJsonAsync(server.Origin + "/so/jobs", Listing, Stop));
        Assert.Empty(server.State.Events);
    }

    [Fact]
    public async Task A_key_that_was_used_gives_the_first_draft_back()
    {
        using var server = new ContraryServer(new ContrarySettings { Stock = 0 });
        using var client = Client();
        var body = new JsonObject { ["rawJobDescription"] = "Bees", ["idempotencyKey"] = "k" };
        var first = await ReadAsync(await client.PostAsJsonAsync(server.Origin + "/ot/job-drafts", body, Stop));
        var second = await ReadAsync(await client.PostAsJsonAsync(server.Origin + "/ot/job-drafts", body, Stop));
        Assert.Equal(first["jobId"]!.GetValue<string>(), second["jobId"]!.GetValue<string>());
        Assert.Single(server.OpenTrain.Jobs);
    }

    [Fact]
    public async Task Publishing_twice_is_a_transition_that_sorce_refuses()
    {
        using var server = new ContraryServer(new ContrarySettings { Stock = 1 });
        using var client = Client();
        var publish = new Uri(server.Origin + "/so/jobs/" + server.Sorce.Jobs[0]["id"]!.GetValue<string>() + "/publish");
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync(publish, null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync(publish, null, Stop)).StatusCode);
        Assert.Single(server.State.Events);
    }

    [Fact]
    public async Task A_list_with_a_limit_ends_where_its_mark_says_or_without_a_word()
    {
        using var server = new ContraryServer(new ContrarySettings { Stock = 40, ListLimit = 20, ListMark = ListMark.Total, ListMember = ListMember.Results });
        using var client = Client();
        var answer = await ReadAsync(await client.GetAsync(new Uri(server.Origin + "/so/jobs"), Stop));
        Assert.Equal(20, answer["results"]!.AsArray().Count);
        Assert.Equal(40, answer["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_edit_is_held_whatever_it_answers()
    {
        foreach (var form in Enum.GetValues<WriteAnswer>())
        {
            using var server = new ContraryServer(new ContrarySettings { Stock = 1, EditAnswer = form });
            using var client = Client();
            var id = server.Sorce.Jobs[0]["id"]!.GetValue<string>();
            using var answer = await client.PatchAsJsonAsync($"{server.Origin}/so/jobs/{id}", new JsonObject { ["title"] = "New" }, Stop);
            Assert.True(answer.IsSuccessStatusCode);
            Assert.Equal("New", server.Sorce.Find(id)!["title"]!.GetValue<string>());
            var text = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Equal(form is WriteAnswer.Whole or WriteAnswer.InData or WriteAnswer.AnotherId, text.Contains("\"New\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Numbers_may_be_spelled_otherwise_and_are_the_same()
    {
        foreach (var (form, spelled) in new[] { (NumberForm.Fraction, "900.0"), (NumberForm.Exponent, "900e0") })
        {
            using var server = new ContraryServer(new ContrarySettings { Stock = 1, Numbers = form });
            using var client = Client();
            var text = await client.GetStringAsync(new Uri(server.Origin + "/so/jobs"), Stop);
            Assert.Contains("\"bidPerQualifiedApplicantCents\":" + spelled, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_is_sent_away_once_and_then_taken()
    {
        using var server = new ContraryServer(new ContrarySettings { PushBack = PushBack.TooManyWithZero });
        using var client = Client();
        var statuses = new List<int>();
        for (var number = 0; number < 12; number++)
        {
            using var answer = await client.GetAsync(new Uri($"{server.Origin}/so/locations/search?q={number / 2}"), Stop);
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Contains(429, statuses);
        Assert.All(statuses.Chunk(2), pair => Assert.Equal(200, pair[1]));
    }

    private static HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        client.DefaultRequestHeaders.Add("Authorization", "Bearer any");
        return client;
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var charset = answer.Content.Headers.ContentType?.CharSet ?? "utf-8";
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop), Encoding.GetEncoding(charset));
            return JsonSerializer.Deserialize<JsonObject>(await reader.ReadToEndAsync(Stop))!;
        }
    }
}
