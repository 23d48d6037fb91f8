using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Plans;
using JobDraftsPS.Core.Sheets;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.Tests.Sheets;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Core.Tests.Plans;

/// <summary>Makes plans from text, against a present state that the test says.</summary>
internal sealed class PlanBench
{
    public const string Project = "11111111-2222-4333-8444-555555555555";
    public const string Job = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    private static readonly FieldSet Projects = new([new("name", FieldType.Text, canClear: false), new("due_date", FieldType.Text), new("billing_address", FieldType.Uuid)]);

    private static readonly FieldSet Listings = new(
    [
        new("title", FieldType.Text, canClear: false),
        new("description", FieldType.Text),
        new("jobLevel", FieldType.Choice, ["ENTRY", "MID", "SENIOR"]),
        new("salaryMin", FieldType.Whole, minimum: 0),
        new("locations", FieldType.Any),
        new("qualifications", FieldType.Any),
        new("questions", FieldType.Any),
        new("budgets", FieldType.Any),
    ]);

    public PlanSnapshot State { get; } = new();

    public JobService? DefaultService { get; set; }

    public PlanOperation DefaultOperation { get; set; }

    public static PlanRules RulesOf(JobService service) => service switch
    {
        JobService.OpenTrain => new OpenTrainRules(DraftFields.Known),
        JobService.TextKing => new TextKingRules(Projects, TranslationJobFields.Known),
        _ => new SorceRules(Listings),
    };

    public JobDraftPlan Plan(string sheet, string name = "sheet.csv")
    {
        using var file = new SheetFile(name, sheet);
        return Plan(SheetReader.Read(file.Path, new SheetOptions()).Select(PlanInputReader.Read));
    }

    public JobDraftPlan Plan(IEnumerable<PlanInput> inputs)
    {
        var builder = new PlanBuilder { DefaultService = DefaultService, DefaultOperation = DefaultOperation };
        foreach (var input in inputs)
        {
            builder.Add(input);
        }

        foreach (var service in Enum.GetValues<JobService>())
        {
            builder.Use(RulesOf(service));
        }

        return builder.Build(State, new Dictionary<string, string>(StringComparer.Ordinal) { ["OpenTrain"] = "account" }, DateTimeOffset.UnixEpoch);
    }

    /// <summary>The only finding of a plan of one row, as row, column, severity and code.</summary>
    public static string Only(JobDraftPlan plan)
    {
        var finding = Assert.Single(plan.Findings);
        return $"{finding.Row}|{finding.Column}|{finding.Severity}|{finding.Code}";
    }

    public static Dictionary<string, object?> Entry(params (string Name, object? Value)[] members) => members.ToDictionary(member => member.Name, member => member.Value);
}
