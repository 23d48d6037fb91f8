using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>OpenTrain: drafts and live jobs are written by different calls, and nothing tells a draft's values.</summary>
public sealed class OpenTrainRules : PlanRules
{
    private const string Description = "jobDescription";
    private const string ExternalId = "externalId";
    private static readonly string[] Required = [Description];

    private readonly FieldSet drafts;
    private readonly FieldSet newDrafts;

    /// <summary>Creates the rules.</summary>
    /// <param name="drafts">The fields of a draft that the account may send.</param>
    public OpenTrainRules(FieldSet drafts)
    {
        this.drafts = drafts;
        newDrafts = new FieldSet([.. drafts.Fields.Where(field => field.Name != ExternalId), new FieldDefinition(ExternalId, FieldType.Text)]);
    }

    /// <inheritdoc />
    public override JobService Service => JobService.OpenTrain;

    internal override FieldSet FieldsOf(PlanOperation operation, bool inProject) => operation switch
    {
        PlanOperation.Create => newDrafts,
        PlanOperation.Update => drafts,
        _ => None,
    };

    internal override IReadOnlyList<string> RequiredOf(bool inProject) => Required;

    internal override (string Field, string Word) StatusAfter(PlanOperation operation) => ("status", operation == PlanOperation.Publish ? JobStatuses.Open : JobStatuses.Archived);

    /// <summary>OpenTrain knows a create by its text and reference: the second would give back the first one's draft.</summary>
    internal override PlanTwin? TwinOf(PlanRow row)
    {
        string? Text(string field) => Array.Find(row.Changes, change => change.Field == field)?.To as string;
        return Text(Description) is { } text
            ? new PlanTwin($"{Text(ExternalId)}\n{text}", Description, "makes a draft of the same text, and OpenTrain would give back that draft: give each row an externalId of its own")
            : null;
    }

    internal override void Look(PlanRow row, RowCheck look)
    {
        if (row.Operation == PlanOperation.Close)
        {
            look.Accept(PlanHazard.Irreversible);
        }

        switch (row.Operation, look.Job?.Status)
        {
            case (_, null) or (PlanOperation.Create, _) or (PlanOperation.Update or PlanOperation.Publish, JobStatuses.Draft) or (PlanOperation.Close, _):
                break;
            case (PlanOperation.Update, JobStatuses.Open):
                look.Accept(PlanHazard.LiveEdit);
                break;
            case (PlanOperation.Publish, JobStatuses.Open):
                break;
            default:
                look.Error(PlanCodes.WrongStatus, $"Job '{row.JobId}' is {look.Job!.Status}: {(row.Operation == PlanOperation.Publish ? "only a draft is published" : "only drafts and live jobs are edited")}.");
                break;
        }

        if (row.Operation == PlanOperation.Publish)
        {
            look.RequireReady($"Draft '{row.JobId}'");
        }
    }
}
