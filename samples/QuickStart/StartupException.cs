namespace JobDraftsPS.QuickStart;

/// <summary>Says why no script could be started: nothing is built, no such file, the module does not load.</summary>
internal sealed class StartupException(string message, Exception? innerException = null)
    : Exception(message, innerException);
