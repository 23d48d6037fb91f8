using System.Globalization;

namespace JobDraftsPS;

/// <summary>A cap on what a Sorce listing may spend in one window.</summary>
public sealed class JobBudget
{
    /// <summary><c>DAILY</c>, <c>WEEKLY</c>, <c>MONTHLY</c> or <c>LIFETIME</c>; at most one budget for each. Days, weeks from Monday and months are those of UTC.</summary>
    public string? Window { get; set; }

    /// <summary>The cap in cents, a whole number; 0 lets nothing be spent.</summary>
    /// <remarks>A decimal, so that a fraction is seen and refused: PowerShell would round it for a whole type.</remarks>
    public decimal BudgetCents { get; set; }

    /// <summary>Free text; null when there is none.</summary>
    public string? Notes { get; set; }

    /// <summary>Fields of the service that this module does not know; sent back as they came.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1:0.##} cents", Window, BudgetCents);
}
