namespace JobDraftsPS.QuickStart;

/// <summary>The checkout this program was built in: its root is the module, so the manifest lies there.</summary>
internal sealed record Checkout(string Root)
{
    private const string ManifestName = "JobDraftsPS.psd1";

    public string Manifest => Path.Combine(Root, ManifestName);

    public string SampleScript => Path.Combine(Root, "samples", "QuickStart", "bulk-edit.ps1");

    /// <summary>Walks up from a folder until one holds the manifest.</summary>
    /// <exception cref="StartupException">No folder above holds it.</exception>
    public static Checkout Around(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            var candidate = new Checkout(here.FullName);
            if (File.Exists(candidate.Manifest))
            {
                return candidate;
            }
        }

        throw new StartupException(
            $"No {ManifestName} in '{folder}' or any folder above it. Run this program from a checkout of the module.");
    }
}
