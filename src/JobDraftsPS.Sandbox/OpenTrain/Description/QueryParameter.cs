namespace JobDraftsPS.Sandbox.OpenTrain.Description;

/// <summary>A parameter of a query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">The schema of its value.</param>
/// <param name="IsRequired">Whether the call is refused without it.</param>
internal sealed record QueryParameter(string Name, string Schema, bool IsRequired = false);
