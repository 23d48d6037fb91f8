using JobDraftsPS.Core.Forms;
using JobDraftsPS.Core.Plans;
using JobDraftsPS.Core.Sheets;

namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>Sheets and forms that came out of anything: they are read, or refused as a sheet is refused.</summary>
public sealed class SheetFuzzTests
{
    private const string Csv = "service,operation,jobId,jobTitle,languages,pricePerHour\nOpenTrain,Update,ot-1,\"Birds, and \"\"bees\"\"\",English;Polish,21.50\nSorce,Publish,job_1,,,\n";

    private const string Json = """[{"service":"TextKing","projectId":"p","jobId":"a","briefing":"Kurz \u00fc","cat":1.50},{"jobId":"b","languages":["en",{"x":[null,true]}]}]""";

    private const string Yaml = "- service: Sorce\n  jobId: job_1\n  budgets:\n    - window: DAILY\n      budgetCents: 100\n  title: \"A \\u00e4\"\n- jobId: 007\n  notes: ~\n---\njobId: c\ndescription: |\n  one\n  two\n";

    private const string Form = "Service,ProjectId,JobId,Field,Prompt,Type,Allowed,Example,Answer\nOpenTrain,,ot-1,headcount,How many?,integer,,3,5\nSorce,,job_1,jobLevel,Level,string,ENTRY; MID,,mid\nTextKing,p,a,briefing,,string,,,'=1+1\n";

    public static TheoryData<string, string> Sheets => new()
    {
        { "rows.csv", Csv },
        { "rows.json", Json },
        { "rows.jsonl", "{\"jobId\":\"a\",\"x\":1}\n{\"jobId\":\"b\",\"clear\":[\"x\"]}\n" },
        { "rows.yaml", Yaml },
        { "rows.txt", "sep=;\njobId;jobTitle\na;\"b\nc\"\n" },
    };

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_damaged_sheet_is_read_or_refused(string name, string seed)
    {
        using var file = new FuzzFile(name);
        FuzzRun.Check([seed], bytes => Read(file.Holding(bytes)));
    }

    [Theory]
    [InlineData("form.csv", Form)]
    [InlineData("form.json", """[{"Service":"OpenTrain","JobId":"ot-1","Field":"headcount","Type":"integer","Allowed":"","Answer":"5"}]""")]
    public void A_damaged_form_is_read_or_refused(string name, string seed)
    {
        using var file = new FuzzFile(name);
        FuzzRun.Check([seed], bytes =>
        {
            try
            {
                foreach (var answer in FormFile.Read(file.Holding(bytes), new SheetOptions()))
                {
                    FuzzWalk.Through(answer);
                }
            }
            catch (JobDraftsApiException refused)
            {
                FuzzWalk.Through(refused);
            }
        });
    }

    private static void Read(string path)
    {
        try
        {
            foreach (var row in SheetReader.Read(path, new SheetOptions()))
            {
                FuzzWalk.Through(PlanInputReader.Read(row));
            }
        }
        catch (JobDraftsApiException refused)
        {
            FuzzWalk.Through(refused);
        }
    }
}
