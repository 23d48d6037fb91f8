namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>What the network does to one request.</summary>
public enum WireFault
{
    /// <summary>Nobody takes the connection: nothing was sent.</summary>
    Refused,

    /// <summary>The connection is reset before the service has seen the request, which nobody here can know.</summary>
    ResetBefore,

    /// <summary>The connection is reset after the service has done the work.</summary>
    ResetAfter,

    /// <summary>The host's name is not found: nothing was sent.</summary>
    NameUnknown,
}
