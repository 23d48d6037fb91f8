using System.Text.Json;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>A service that takes more data from the file of <see cref="SandboxOptions.DataPath"/>.</summary>
internal interface ISandboxSeedTarget
{
    /// <summary>The name of the service's member in the file.</summary>
    string Section { get; }

    /// <summary>Takes the section over.</summary>
    /// <exception cref="InvalidDataException">The section holds something that cannot be taken; the message says where.</exception>
    void Load(JsonElement section);
}
