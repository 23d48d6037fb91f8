using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Loading;

/// <summary>What the scripts of the loading tests have in common.</summary>
internal static class Scripts
{
    public const string EditedDraft = "ot-draft-01";

    /// <summary>A whole round: the sandbox, all three connections, an edit over RestSharp. Leaves the draft's id.</summary>
    public const string Work = """
        $sandbox = Start-JobDraftSandbox
        try {
            Connect-JobDraftService -Sandbox $sandbox
            (Update-JobDraft ot-draft-01 -Headcount 6).JobId
        }
        finally { $sandbox | Stop-JobDraftSandbox }
        """;

    /// <summary>All loaded assemblies: name, version and the context that holds each.</summary>
    public const string Loaded = """
        [Runtime.Loader.AssemblyLoadContext]::All | ForEach-Object {
            $context = $_.Name
            $_.Assemblies | ForEach-Object { "$($_.GetName().Name) $($_.GetName().Version) $context" }
        }
        """;

    public static string Import(string? manifest = null) => $"Import-Module '{manifest ?? Repository.Manifest}' -ErrorAction Stop";

    public static string LoadIntoDefault(string path) => $"$null = [Runtime.Loader.AssemblyLoadContext]::Default.LoadFromAssemblyPath('{path}')";
}
