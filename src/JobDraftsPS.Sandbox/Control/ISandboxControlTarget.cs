namespace JobDraftsPS.Sandbox.Control;

/// <summary>A service that the control panel can make something happen in; implemented beside <see cref="Http.ISandboxService"/>.</summary>
internal interface ISandboxControlTarget
{
    /// <summary>Adds one application to a job, as a candidate would.</summary>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    void AddApplication(string jobId);
}
