namespace JobDraftsPS.Sandbox;

/// <summary>What can happen to a TEXTKING job at TEXTKING or on its web site.</summary>
public enum SandboxTranslationStep
{
    /// <summary>The translator delivers: a pending job, or one whose revision was asked for, gets its translation.</summary>
    Deliver,

    /// <summary>The customer asks for a revision of a delivered translation.</summary>
    Revise,

    /// <summary>The customer accepts a delivered translation.</summary>
    Complete,

    /// <summary>TEXTKING gives up a job that is not yet completed.</summary>
    Cancel,
}
