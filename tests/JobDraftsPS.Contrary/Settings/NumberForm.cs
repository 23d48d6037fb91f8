namespace JobDraftsPS.Contrary.Settings;

/// <summary>How a whole number is spelled; all are the same JSON number.</summary>
internal enum NumberForm
{
    Digits,

    /// <summary>1.0</summary>
    Fraction,

    /// <summary>1e0</summary>
    Exponent,
}
