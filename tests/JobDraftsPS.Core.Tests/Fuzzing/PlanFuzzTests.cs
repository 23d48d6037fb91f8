using System.Text.Json;
using JobDraftsPS.Core.Plans;
using JobDraftsPS.Core.Tests.Plans;

namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>Plan files that were damaged or written by another hand.</summary>
public sealed class PlanFuzzTests : IDisposable
{
    private const string Sheet = """
        service,jobId,operation,jobTitle,pricePerHour,languages,budgets,clear
        OpenTrain,j1,,Street signs,21.50,English;Polish,,dataType
        Sorce,s1,,,,,"[{""window"":""DAILY"",""budgetCents"":500,""notes"":null}]",
        OpenTrain,j2,,,cheap,,,
        """;

    private readonly FuzzFile file = new("plan.json");

    public void Dispose() => file.Dispose();

    [Fact]
    public void A_damaged_plan_is_refused_and_an_undamaged_one_is_read()
    {
        var seed = Sample();
        var whole = PlanFile.Read(file.Path).Hash;
        FuzzRun.Check([seed], bytes =>
        {
            try
            {
                var plan = PlanFile.Read(file.Holding(bytes));
                FuzzWalk.Through(plan);
                Assert.Equal(whole, plan.Hash);
            }
            catch (JobDraftsApiException refused)
            {
                FuzzWalk.Through(refused);
            }
        });
    }

    /// <summary>The hash stops nearly all of them; what lies behind it has to hold as well.</summary>
    [Fact]
    public void What_a_damaged_plan_says_can_be_hashed_and_written()
    {
        FuzzRun.Check([Sample()], bytes =>
        {
            try
            {
                using var document = JsonDocument.Parse(bytes);
                var plan = PlanJson.Read(document.RootElement);
                _ = PlanHash.Of(plan);
                PlanFile.Write(file.Path, plan);
            }
            catch (Exception refused) when (refused is JsonException or InvalidDataException)
            {
                // What PlanFile tells as a plan that cannot be read.
            }
        });
    }

    private string Sample()
    {
        PlanFile.Write(file.Path, new PlanBench().Plan(Sheet));
        return File.ReadAllText(file.Path);
    }
}
