namespace JobDraftsPS.ModulePacker;

/// <summary>The folder is not a module that a gallery would take.</summary>
internal sealed class PackException(string message) : Exception(message);
