namespace JobDraftsPS.Tests.Support;

/// <summary>The variables that hold tokens and addresses, cleared or set for one test and put back after it.</summary>
public sealed class EnvironmentScope : IDisposable
{
    private static readonly string[] Names =
        ["OT_API_TOKEN", "OPENTRAIN_API_TOKEN", "TEXTKING_ACCESS_TOKEN", "SORCE_API_KEY", "OT_API_BASE_URL", "OPENTRAIN_API_BASE_URL"];

    private readonly Dictionary<string, string?> before = Names.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public EnvironmentScope()
    {
        foreach (var name in Names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    internal static void Set(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    public void Dispose()
    {
        foreach (var (name, value) in before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
