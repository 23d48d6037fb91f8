using System.Text;
using static JobDraftsPS.Core.Tests.Sandbox.TextKing.TextKingHarness;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

public sealed class DocumentTests : IDisposable
{
    private readonly TextKingHarness sandbox = new();
    private readonly string job;

    public DocumentTests() => job = sandbox.NewJob(sandbox.NewProject());

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData("text/plain", 3)]
    [InlineData("text/plain; charset=utf-8", 3)]
    [InlineData("TEXT/HTML", 3)]
    [InlineData("application/xml", 3)]
    [InlineData("text/xml", 3)]
    [InlineData("application/rtf", 3)]
    [InlineData("text/rtf", 3)]
    [InlineData("application/msword", 250)]
    [InlineData("application/vnd.ms-excel", 250)]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", 250)]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 250)]
    [InlineData("application/vnd.openxmlformats-officedocument.presentationml.presentation", 250)]
    [InlineData("application/vnd.oasis.opendocument.text", 250)]
    [InlineData("application/vnd.adobe.indesign-idml-package", 250)]
    public void Each_format_is_taken_and_counted(string type, int words)
    {
        Assert.Equal(201, sandbox.Upload(job, "a\tb\r\n<c>", type: type).Status);
        Assert.Equal(words, (int)sandbox.Get(job).Json["words"]!);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/pdf")]
    [InlineData("application/octet-stream")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain2")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_type_is_406_and_keeps_the_document_there_is(string? type)
    {
        sandbox.Upload(job, "kept");

        Assert.Equal(406, sandbox.Upload(job, "lost", type: type).Status);
        Assert.Equal("kept", Encoding.UTF8.GetString(sandbox.Get(job + "/document").Body));
    }

    [Fact]
    public void An_upload_answers_the_addresses_and_nothing_else()
    {
        var reply = sandbox.Upload(job, name: "a%20b.txt");

        Assert.Equal(201, reply.Status);
        Assert.Empty(reply.Body);
        Assert.Equal($"{Base}{job}/document", reply.Header("Location"));
        Assert.Equal($"{Base}{job}/document", reply.Header("Content-Location"));
        Assert.Null(reply.Header("Content-Type"));
    }

    [Fact]
    public void Any_Accept_will_do_for_files()
    {
        Assert.Equal(201, sandbox.Send("POST", job + "/document/a.txt", "x"u8.ToArray(), ("Content-Type", "text/plain"), ("Accept", "text/plain")).Status);
        Assert.Equal(200, sandbox.Get(job + "/document", ("Accept", "text/html")).Status);
    }

    [Theory]
    [InlineData("note.txt", "note.txt")]
    [InlineData("a%20b%20%28final%29.txt", "a b (final).txt")]
    [InlineData("100%25%23%3F.txt", "100%#?.txt")]
    [InlineData("%C3%BCbersicht.txt", "übersicht.txt")]
    public void A_download_has_the_bytes_the_type_and_the_unquoted_name(string sent, string name)
    {
        sandbox.Upload(job, "Grüße", sent, "text/plain; charset=utf-8");
        sandbox.Clock.Advance(TimeSpan.FromHours(1));

        var reply = sandbox.Get(job + "/document");

        Assert.Equal(200, reply.Status);
        Assert.Equal("Grüße", Encoding.UTF8.GetString(reply.Body));
        Assert.Equal("text/plain; charset=utf-8", reply.Header("Content-Type"));
        Assert.Equal("attachment; filename=" + name, reply.Header("Content-Disposition"));
        Assert.Equal("Mon, 02 Mar 2026 10:00:00 GMT", reply.Header("Last-Modified"));
    }

    [Theory]
    [InlineData("a%2Fb.txt")]
    [InlineData("a%5Cb.txt")]
    [InlineData("a%0D%0AX-Evil%3A%201.txt")]
    [InlineData("%2E%2E")]
    public void A_name_that_is_no_plain_file_name_is_400(string name) =>
        Assert.Equal(400, sandbox.Upload(job, name: name).Status);

    [Fact]
    public void A_new_upload_overwrites()
    {
        sandbox.Upload(job, "one two");
        sandbox.Upload(job, "<b>three</b>", "page.html", "text/html");

        var reply = sandbox.Get(job + "/document");
        Assert.Equal("text/html", reply.Header("Content-Type"));
        Assert.Equal("attachment; filename=page.html", reply.Header("Content-Disposition"));
        Assert.Equal(1, (int)sandbox.Get(job).Json["words"]!);
    }

    [Fact]
    public void A_document_has_at_least_one_byte_and_at_most_the_limit()
    {
        sandbox.UploadLimit = () => 5;

        Assert.Equal(400, sandbox.Upload(job, "").Status);
        Assert.Equal(201, sandbox.Upload(job, "12345").Status);
        Assert.Equal(400, sandbox.Upload(job, "123456").Status);
        Assert.Equal(400, sandbox.Send("POST", "/price-info?source_language=en&target_language=de", "123456"u8.ToArray(), ("Content-Type", "text/plain")).Status);
    }

    [Fact]
    public void The_state_is_checked_before_the_document() =>
        Assert.Equal(403, sandbox.Upload($"/project/{Winter}/job/{WinterJob}", "", type: "image/png").Status);

    [Fact]
    public void A_missing_document_is_404()
    {
        Assert.Equal(404, sandbox.Get(job + "/document").Status);
        Assert.Equal(404, sandbox.Get($"/project/{Winter}/job/{SpringJob}/document").Status);
        Assert.Equal(404, sandbox.Upload($"/project/{Winter}/job/{SpringJob}").Status);
    }

    [Fact]
    public void Words_may_be_known_later_than_the_upload()
    {
        sandbox.WordCountDelay = TimeSpan.FromMinutes(5);
        sandbox.Upload(job);

        Assert.Null(sandbox.Get(job).Json["words"]);
        Assert.Null(sandbox.Get(job).Json["net_price"]);
        Assert.Null(sandbox.Get(job).Json["currency"]);
        Assert.NotNull(sandbox.Get(job).Link("urn:textking:document"));

        sandbox.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(2, (int)sandbox.Get(job).Json["words"]!);
        Assert.Equal(0.24m, (decimal)sandbox.Get(job).Json["net_price"]!);
    }

    [Fact]
    public void Words_are_counted_right_across_the_readers_buffer()
    {
        sandbox.Upload(job, new string('x', 10_000) + " " + new string('y', 20_001) + "\n");

        Assert.Equal(2, (int)sandbox.Get(job).Json["words"]!);
    }
}
