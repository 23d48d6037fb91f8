using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

/// <summary>The contract's test vectors on documents and deliveries through the cmdlets, under their numbers.</summary>
public sealed class DocumentVectorTests : IDisposable
{
    private const string Spring = "11111111-1111-4111-8111-111111111111";
    private const string Job = "aaaaaaaa-0000-4000-8000-000000000001";

    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Vector_07_a_document_brings_words_price_and_link()
    {
        var job = Assert.Single(Send("note.txt", "two words").Output);

        Assert.Equal((2L, 0.3m, "EUR", true), (job.Properties["Words"].Value, job.Properties["NetPrice"].Value, job.Properties["Currency"].Value, job.Properties["HasDocument"].Value));
        Assert.Equal($"POST /v1/project/{Spring}/job/{Job}/document/note.txt 201", Assert.Single(bench.Writes()));
    }

    [Fact]
    public void Vector_08_a_picture_is_406() =>
        Assert.Equal("TextKing.Http406", Assert.Single(Send("photo.png", "x", "-ContentType image/png").AllErrors).Id());

    [Fact]
    public void Vector_09_a_translation_that_is_not_there_is_404() =>
        Assert.Single(bench.Run($"Save-Translation {Job} {Spring} -Path $folder", ("folder", folder.Path)).AllErrors).Says("TextKing.Http404", ErrorCategory.ObjectNotFound, "has no translation");

    [Fact]
    public void Vector_12_a_delivery_calls_back_is_fetched_and_finishes_the_project()
    {
        using var receiver = new RecordingServer(_ => new Reply(200, string.Empty, "text/plain"));
        var made = bench.Run("""
            $project = New-TranslationProject 'Vector 12'
            $job = New-TranslationJob $project.ProjectId -Name Note -SourceLanguage en -TargetLanguage fr -Quality translation
            $null = $job | Send-TranslationDocument -Path $path
            $null = $job | New-TranslationCallback -Url "$origin/hook?x=1" -TriggerState translation-delivered -ExtraData 'order 9'
            $null = Start-TranslationProject $project.ProjectId -Confirm:$false
            $job | Complete-SandboxTranslation -Step Deliver -Sandbox $sandbox
            $job | Save-Translation -Path $folder
            Get-TranslationProject $project.ProjectId
            """, ("path", Write("note.txt", "two words")), ("origin", receiver.Origin), ("folder", Path.Combine(folder.Path, "out")));

        Assert.Empty(made.AllErrors);
        Assert.Equal("[en > fr] two words", File.ReadAllText((string)made.Output[0].Properties["Path"].Value));
        Assert.Equal("finished", made.Output[1].Properties["State"].Value);

        // The panel answers once every call has had its try.
        var panel = bench.Sandbox.Properties["ControlUri"].Value + "/callbacks";
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, panel);
        using var response = http.Send(request, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(response.Content.ReadAsStream(TestContext.Current.CancellationToken));
        Assert.Contains("\"status\":200", reader.ReadToEnd(), StringComparison.Ordinal);
        var call = Assert.Single(receiver.Calls);
        Assert.Equal(("POST", "/hook?x=1", "application/x-www-form-urlencoded"), (call.Method, call.Path, call.Header("Content-Type")));
        Assert.Equal($"project_id={made.Output[1].Properties["ProjectId"].Value}&job_id={made.Output[0].Properties["JobId"].Value}&extra_data=order+9", call.Body);
    }

    private RunResult Send(string name, string text, string more = "") => bench.Run($"Send-TranslationDocument {Job} {Spring} $path {more}", ("path", Write(name, text)));

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
