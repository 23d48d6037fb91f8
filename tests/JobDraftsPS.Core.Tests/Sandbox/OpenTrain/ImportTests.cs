using System.Net;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

public sealed class ImportTests : IDisposable
{
    private readonly SandboxUser user = new();

    public void Dispose() => user.Dispose();

    [Theory]
    [InlineData("Pays $21.50 per hour.", "PAY_PER_HOUR", "pricePerHour", 21.5)]
    [InlineData("We pay USD 30/hr.", "PAY_PER_HOUR", "pricePerHour", 30)]
    [InlineData("You get $0.06 per image.", "PAY_PER_LABEL", "pricePerLabel", 0.06)]
    [InlineData("You get $0.1 for each bounding thing, no: $0.05 a label.", "PAY_PER_LABEL", "pricePerLabel", 0.05)]
    [InlineData("Fixed price of $1,500 for all.", "FIXED_PRICE", "fixedPrice", 1500)]
    [InlineData("There is $900 in total.", "FIXED_PRICE", "fixedPrice", 900)]
    public async Task The_text_parser_reads_the_pay(string text, string type, string key, double amount)
    {
        var fields = (await Import(Text("Some job\n" + text)))["normalizedFields"]!;

        Assert.Equal(type, fields["paymentType"]!.GetValue<string>());
        Assert.Equal((decimal)amount, fields[key]!.GetValue<decimal>());
    }

    [Fact]
    public async Task The_text_parser_reads_title_people_languages_and_volume_but_leaves_the_enums_open()
    {
        var reply = await Import(Text("# Street sign boxes\nWe need four experienced annotators who speak Spanish and German for 12,000 dashcam images at $21 per hour."));

        var fields = reply["normalizedFields"]!;
        Assert.Equal("Street sign boxes", fields["jobTitle"]!.GetValue<string>());
        Assert.Equal(4, fields["headcount"]!.GetValue<int>());
        Assert.Equal(12000, fields["dataVolume"]!.GetValue<int>());
        Assert.Equal(["Spanish", "German"], fields["languages"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Null(fields["experienceLevel"]);
        Assert.Null(fields["dataVolumeUnit"]);
        Assert.Equal(["experienceLevel", "dataVolumeUnit"], reply["missingFields"]!.AsArray().Select(entry => entry!["field"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_amount_of_money_counts_neither_people_nor_things()
    {
        var fields = (await Import(Text("Box cars\n$0.06 per image, $2 per annotator, 3,000 images for 2 patient annotators")))["normalizedFields"]!;

        Assert.Equal(3000, fields["dataVolume"]!.GetValue<int>());
        Assert.Equal(2, fields["headcount"]!.GetValue<int>());
        Assert.Equal(0.06m, fields["pricePerLabel"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task A_range_of_pay_leaves_the_rate_open()
    {
        var reply = await Import(Text("Box cars\n$18-22 per hour"));

        Assert.Equal("PAY_PER_HOUR", reply["normalizedFields"]!["paymentType"]!.GetValue<string>());
        Assert.Null(reply["normalizedFields"]!["pricePerHour"]);
        Assert.NotEmpty(reply["warnings"]!.AsArray());
    }

    [Fact]
    public async Task A_paragraph_gives_an_unsure_title_of_its_first_sentence()
    {
        var reply = await Import(Text("Label cars in pictures of the ring road. " + new string('x', 200)));

        Assert.Equal("Label cars in pictures of the ring road", reply["normalizedFields"]!["jobTitle"]!.GetValue<string>());
        Assert.Contains("jobTitle", reply["lowConfidenceFields"]!.AsArray().Select(key => key!.GetValue<string>()));
    }

    [Fact]
    public async Task The_canonical_form_maps_its_names_and_lists_what_it_cannot_place()
    {
        var reply = await Import("""
            {"format": "opentrain_canonical", "externalId": "r-1", "job": {"title": "Boxes", "description": "Draw.", "paymentType": "FIXED_PRICE",
             "rateAmount": 900, "tools": ["CVAT"], "countries": ["DE"], "experienceLevel": "expert", "mood": "sunny"}}
            """);

        var fields = reply["normalizedFields"]!;
        Assert.Equal(900, fields["fixedPrice"]!.GetValue<int>());
        Assert.Equal("CVAT", fields["labelingSoftware"]![0]!.GetValue<string>());
        Assert.Equal(
            ["job.experienceLevel invalid_value expert", "job.mood unknown_key sunny"],
            reply["unmappedFields"]!.AsArray().Select(entry => $"{entry!["path"]} {entry["reason"]} {entry["valuePreview"]}"));
    }

    [Fact]
    public async Task The_canonical_form_also_comes_inside_source()
    {
        var reply = await Import("""{"source": {"type": "opentrain_canonical", "job": {"title": "Boxes"}}, "job": {"title": "Not this"}}""");

        Assert.Equal("Boxes", reply["normalizedFields"]!["jobTitle"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_job_posting_gives_title_plain_text_pay_people_and_countries()
    {
        var reply = await Import("""
            {"format": "schema_org_job_posting", "jsonLd": {"@type": "JobPosting", "title": "Boxes", "description": "<p>Draw &amp; check.</p>",
             "totalJobOpenings": 3, "jobLocation": {"address": {"addressCountry": "DE"}}, "datePosted": "2026-01-01",
             "baseSalary": {"currency": "USD", "value": {"value": 19, "unitText": "HOUR"}}}}
            """);

        var fields = reply["normalizedFields"]!;
        Assert.Equal("Draw & check.", fields["jobDescription"]!.GetValue<string>());
        Assert.Equal(19, fields["pricePerHour"]!.GetValue<int>());
        Assert.Equal(3, fields["headcount"]!.GetValue<int>());
        Assert.Equal("DE", fields["countries"]![0]!.GetValue<string>());
        Assert.Equal("jsonLd.datePosted", reply["unmappedFields"]![0]!["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task Of_an_xml_feed_the_first_job_is_taken_with_a_warning()
    {
        var reply = await Import(Xml("indeed_xml", """
            <source><job><title><![CDATA[Boxes]]></title><description>Draw.</description><country>US</country><salary>$20 per hour</salary><city>Y</city></job><job><title>Two</title></job></source>
            """));

        Assert.Equal("Boxes", reply["normalizedFields"]!["jobTitle"]!.GetValue<string>());
        Assert.Equal(20, reply["normalizedFields"]!["pricePerHour"]!.GetValue<int>());
        Assert.Equal("job.city", reply["unmappedFields"]![0]!["path"]!.GetValue<string>());
        Assert.Single(reply["warnings"]!.AsArray());
    }

    [Fact]
    public async Task Hr_xml_gives_title_description_people_and_country()
    {
        var reply = await Import(Xml("hr_xml", """
            <JobPositionPosting xmlns="urn:hr"><JobPositionInformation><JobPositionTitle>Boxes</JobPositionTitle><JobPositionPurpose>Draw.</JobPositionPurpose>
            <CountryCode>FR</CountryCode></JobPositionInformation><NumberToFill>2</NumberToFill></JobPositionPosting>
            """));

        Assert.Equal("Boxes", reply["normalizedFields"]!["jobTitle"]!.GetValue<string>());
        Assert.Equal(2, reply["normalizedFields"]!["headcount"]!.GetValue<int>());
        Assert.Empty(reply["warnings"]!.AsArray());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"rawJobDescription": ""}""")]
    [InlineData("""{"rawJobDescription": 5}""")]
    [InlineData("""{"source": "text"}""")]
    [InlineData("""{"source": {"type": "text"}}""")]
    [InlineData("""{"format": "pdf", "text": "x"}""")]
    [InlineData("""{"format": "opentrain_canonical"}""")]
    [InlineData("""{"format": "opentrain_canonical", "job": "x"}""")]
    [InlineData("""{"format": "indeed_xml", "xml": "<job>"}""")]
    [InlineData("""{"format": "indeed_xml", "xml": "<nothing/>"}""")]
    [InlineData("""{"format": "hr_xml", "xml": "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hosts\">]><JobPosition>&b;</JobPosition>"}""")]
    public async Task A_create_without_importable_content_is_refused(string body)
    {
        var refused = await user.PostAsync("/job-drafts", body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("BAD_REQUEST", refused["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(60_000, HttpStatusCode.OK)]
    [InlineData(60_001, HttpStatusCode.BadRequest)]
    public async Task A_text_has_60000_characters_at_most(int length, HttpStatusCode status)
    {
        Assert.Equal(status, (await user.PostAsync("/job-drafts", Text(new string('7', length)))).Status);
    }

    [Fact]
    public async Task Unknown_keys_beside_the_text_do_no_harm()
    {
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("/job-drafts", """{"rawJobDescription": "Box cars", "mood": "sunny"}""")).Status);
    }

    private static string Text(string text) => new JsonObject { ["rawJobDescription"] = text }.ToJsonString();

    private static string Xml(string format, string xml) => new JsonObject { ["format"] = format, ["xml"] = xml }.ToJsonString();

    private async Task<Reply> Import(string body)
    {
        var reply = await user.PostAsync("/job-drafts", body);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        return reply;
    }
}
