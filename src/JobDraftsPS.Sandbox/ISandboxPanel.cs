namespace JobDraftsPS.Sandbox;

/// <summary>A sandbox's control panel, the same in this process and over HTTP.</summary>
public interface ISandboxPanel
{
    /// <summary>Reads addresses, tokens, settings and counts.</summary>
    SandboxState ReadState();

    /// <summary>Applies a control as a whole and reads the state after it.</summary>
    /// <exception cref="ArgumentException">A member is out of its range; the message names it, and nothing was applied.</exception>
    SandboxState Apply(SandboxControl control);
}
