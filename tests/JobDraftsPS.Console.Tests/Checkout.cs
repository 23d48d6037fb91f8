using System.Reflection;

namespace JobDraftsPS.Console.Tests;

/// <summary>Where the files lie that the tests run: known from the build.</summary>
internal static class Checkout
{
    /// <summary>The repository.</summary>
    public static string Root { get; } = Path.TrimEndingDirectorySeparator(Metadata("Root"));

    /// <summary>The module's manifest; the checkout is the module.</summary>
    public static string Manifest => Path.Combine(Root, "JobDraftsPS.psd1");

    /// <summary>The real PowerShell, to be run by <c>dotnet exec</c>.</summary>
    public static string PowerShell { get; } = Metadata("PowerShell");

    /// <summary>Pester's manifest.</summary>
    public static string Pester { get; } = Metadata("Pester");

    /// <summary>The library of a service that the module does not come with.</summary>
    public static string FourthService => Metadata("FourthService");

    private static string Metadata(string key) => typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
