namespace JobDraftsPS.FourthService;

/// <summary>A shift.</summary>
public sealed class Shift : JobRecord
{
    public override JobService Service => ShiftService.Shifts;

    /// <summary>How many people are wanted.</summary>
    public long? Places { get; internal init; }
}
