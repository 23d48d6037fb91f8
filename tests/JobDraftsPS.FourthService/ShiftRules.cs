using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.FourthService;

/// <summary>A shift can be edited, and nothing else.</summary>
internal sealed class ShiftRules(FieldSet fields) : PlanRules
{
    public override JobService Service => ShiftService.Shifts;

    internal override FieldSet FieldsOf(PlanOperation operation, bool inProject) => fields;

    internal override IReadOnlyList<string> RequiredOf(bool inProject) => ["title"];

    internal override (string Field, string Word) StatusAfter(PlanOperation operation) => ("status", "PLANNED");

    internal override void Look(PlanRow row, RowCheck look)
    {
        if (row.Operation != PlanOperation.Update)
        {
            look.Error(PlanCodes.WrongStatus, "A shift can only be edited.");
        }
    }
}
