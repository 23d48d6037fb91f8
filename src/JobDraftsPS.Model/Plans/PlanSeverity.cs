namespace JobDraftsPS;

/// <summary>How much a finding weighs.</summary>
public enum PlanSeverity : long
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Worth a look before the plan is applied.</summary>
    Warning,

    /// <summary>The row cannot be applied.</summary>
    Error,
}
