namespace JobDraftsPS.Filling;

/// <summary>The host has nobody to ask.</summary>
internal sealed class CannotAskException(Exception cause) : Exception(cause.Message, cause);
