using System.Text;
using JobDraftsPS.Core.Forms;
using JobDraftsPS.Core.Sheets;

namespace JobDraftsPS.Core.Tests.Forms;

public sealed class FormFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jdps-form-").FullName;

    private string Path => System.IO.Path.Combine(folder, "form.csv");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30 1234")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r\n=1")]
    [InlineData("＝1+1")]
    [InlineData("'=1+1")]
    [InlineData("''")]
    [InlineData("'quoted'")]
    [InlineData("'")]
    [InlineData("")]
    [InlineData("007")]
    [InlineData("2026-05-04")]
    [InlineData("a \"b\" ; c, d")]
    [InlineData("line 1\r\nline 2\nline 3")]
    [InlineData("Zażółć 日本 🦜")]
    public void Every_text_comes_back_and_none_can_run(string text)
    {
        var written = FormCells.Neutral(text);

        Assert.Equal(text, FormCells.Restore(written));
        Assert.DoesNotContain(written.FirstOrDefault(), "=+-@\t\r\n＝＋－＠");
    }

    [Fact]
    public void A_form_opens_in_a_spreadsheet_as_it_is()
    {
        FormFile.Write(Path, [Gap("experienceLevel", prompt: "=cmd|'/c calc'!A1", allowed: ["EXPERT", "ENTRY_LEVEL"])], ';', replace: false);

        var bytes = File.ReadAllBytes(Path);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            "Service;ProjectId;JobId;Field;Prompt;Type;Allowed;Example;Answer\r\nOpenTrain;;j1;experienceLevel;'=cmd|'/c calc'!A1;enum;\"EXPERT; ENTRY_LEVEL\";;\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public void Columns_without_a_name_beside_a_form_say_nothing()
    {
        File.WriteAllText(Path, "Service,JobId,Field,Answer,,\nOpenTrain,j1,headcount,5,note,another\n");

        Assert.Equal(5L, Assert.Single(FormFile.Read(Path, new SheetOptions())).Value);
    }

    [Fact]
    public void A_row_that_says_a_column_twice_is_told()
    {
        var path = System.IO.Path.Combine(folder, "form.json");
        File.WriteAllText(path, """[{"Service":"OpenTrain","JobId":"j1","Field":"headcount","Answer":"5","answer":"6"}]""");

        Assert.Contains("'answer' twice", Assert.Single(FormFile.Read(path, new SheetOptions())).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_that_may_hold_answers_is_not_replaced_unasked()
    {
        File.WriteAllText(Path, "answers");

        Assert.Equal("JobDrafts.Form", Assert.Throws<JobDraftsApiException>(() => FormFile.Write(Path, [Gap("jobTitle")], ',', replace: false)).ErrorId);
        Assert.Equal("answers", File.ReadAllText(Path));
        FormFile.Write(Path, [Gap("jobTitle")], ',', replace: true);
        Assert.NotEqual("answers", File.ReadAllText(Path));
    }

    [Theory]
    [InlineData("OpenTrain", "experienceLevel", "enum", "EXPERT; ENTRY_LEVEL", "expert", "EXPERT")]
    [InlineData("OpenTrain", "pricePerHour", "number", "", "21.50", "21.50")]
    [InlineData("OpenTrain", "languages", "string[]", "", "Polish; German", "Polish|German")]
    [InlineData("OpenTrain", "newKey", "number", "", "4", "4")]
    [InlineData("OpenTrain", "newKey", "string", "", "'=1+1", "=1+1")]
    [InlineData("OpenTrain", "jobTitle", "string", "", "007", "007")]
    [InlineData("TextKing", "name", "string", "", "Leaflet", "Leaflet")]
    [InlineData("Sorce", "salaryMin", "integer", "", "19", "19")]
    public void An_answer_becomes_what_its_field_holds(string service, string field, string type, string allowed, string answer, string expected)
    {
        var read = Assert.Single(Answers($"{service},,j1,{field},?,{type},\"{allowed}\",,\"{answer}\""));

        Assert.Null(read.Problem);
        Assert.Equal(field, read.Field);
        Assert.Equal(expected, read.Value is string[] list ? string.Join('|', list) : Convert.ToString(read.Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("OpenTrain,,j1,experienceLevel,?,enum,EXPERT,,GURU", "not one of the allowed values: EXPERT")]
    [InlineData("OpenTrain,,j1,pricePerHour,?,number,,,\"21,50\"", "decimal point")]
    [InlineData("OpenTrain,,,jobTitle,?,string,,,A", "no JobId")]
    [InlineData("Nobody,,j1,jobTitle,?,string,,,A", "not one of OpenTrain, TextKing, Sorce")]
    [InlineData("OpenTrain,,j1,jobTitle", "4 cells and the header 9")]
    public void An_answer_that_does_not_fit_says_why(string row, string says) => Assert.Contains(says, Assert.Single(Answers(row)).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_row_without_an_answer_is_left_alone() => Assert.Empty(Answers("OpenTrain,,j1,jobTitle,?,string,,,", "OpenTrain,,j1,headcount,?,number,,,\" \""));

    [Fact]
    public void Another_sheet_is_no_form()
    {
        File.WriteAllText(Path, "a,b\n1,2\n");

        Assert.Equal("JobDrafts.Form", Assert.Throws<JobDraftsApiException>(() => FormFile.Read(Path, new SheetOptions()).ToArray()).ErrorId);
    }

    private FormAnswer[] Answers(params string[] rows)
    {
        File.WriteAllText(Path, "Service,ProjectId,JobId,Field,Prompt,Type,Allowed,Example,Answer\r\n" + string.Join("\r\n", rows));
        return [.. FormFile.Read(Path, new SheetOptions())];
    }

    private static FormGap Gap(string field, string? prompt = null, string[]? allowed = null) =>
        new() { Service = JobService.OpenTrain, JobId = "j1", Field = field, Prompt = prompt, Type = "enum", Allowed = allowed ?? [] };
}
