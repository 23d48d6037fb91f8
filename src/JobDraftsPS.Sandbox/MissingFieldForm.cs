namespace JobDraftsPS.Sandbox;

/// <summary>How OpenTrain's create answer fills <c>validation.missingFields</c>; the service's own pages show all three.</summary>
public enum MissingFieldForm
{
    /// <summary>An empty list, although the count says otherwise.</summary>
    Empty,

    /// <summary>The names of the fields.</summary>
    Strings,

    /// <summary>The whole entries, as at the top level.</summary>
    Objects,
}
