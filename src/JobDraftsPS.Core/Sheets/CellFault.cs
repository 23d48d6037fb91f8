namespace JobDraftsPS.Core.Sheets;

/// <summary>A cell whose value cannot be known: the program that kept it shows an error there, or lost digits.</summary>
public sealed class CellFault
{
    internal CellFault(string why) => Why = why;

    /// <summary>What is wrong with it.</summary>
    public string Why { get; }

    /// <inheritdoc />
    public override string ToString() => Why;
}
