namespace JobDraftsPS;

/// <summary>Who worked a validation out.</summary>
public enum ValidationSource : long
{
    /// <summary>The service said so in its answer.</summary>
    Server,

    /// <summary>Worked out here from the service's documented rules.</summary>
    Client,
}
