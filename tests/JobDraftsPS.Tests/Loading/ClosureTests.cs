using System.Reflection;
using JobDraftsPS.Tests.Loading.Metadata;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Loading;

/// <summary>
/// Windows PowerShell 5.1 cannot run here, so it is shown from the files alone that nothing is missing there: what the module ships
/// for it, with .NET Framework 4.7.2 and the engine's own assembly, is closed.
/// </summary>
public sealed class ClosureTests : IDisposable
{
    private readonly Dictionary<string, AssemblyFile> shipped = AssemblyFile.ReadAll(Repository.Lib, Path.Combine(Repository.Lib, "Dependencies", "netstandard2.0"));
    private readonly Dictionary<string, AssemblyFile> framework = AssemblyFile.ReadAll(Described("FrameworkReferences"), Path.Combine(Described("FrameworkReferences"), "Facades"));
    private readonly AssemblyFile engine = new(Described("PowerShellReference"));

    public void Dispose()
    {
        foreach (var file in shipped.Values.Concat(framework.Values).Append(engine))
        {
            file.Dispose();
        }
    }

    [Fact]
    public void Every_reference_of_a_shipped_library_is_shipped_or_part_of_the_framework()
    {
        Assert.True(shipped.Count > 10 && framework.Count > 100, "The folders to compare are incomplete.");
        Assert.Empty(
            from file in shipped.Values
            from reference in file.References
            where !IsThere(reference)
            select $"{file.Name.Name} needs {reference.Name} {reference.Version}");
    }

    [Fact]
    public void Every_type_and_member_that_a_shipped_library_refers_to_exists()
    {
        var closure = new Closure(All());

        Assert.Empty(shipped.Values.SelectMany(closure.Unresolved));
    }

    [Fact]
    public void Libraries_of_another_framework_would_be_noticed()
    {
        using var other = new AssemblyFile(Path.Combine(Repository.Lib, "Dependencies", "net8.0", "RestSharp.dll"));

        var problems = new Closure(All()).Unresolved(other).ToArray();

        Assert.Contains(other.References, reference => !IsThere(reference));
        Assert.Contains(problems, problem => problem.Contains("no type System.ReadOnlySpan`1", StringComparison.Ordinal));
        Assert.Contains(problems, problem => !problem.Contains(": no type ", StringComparison.Ordinal));
    }

    /// <summary>A shipped library wins over the framework's of the same name when it is newer, as at run time.</summary>
    private Dictionary<string, AssemblyFile> All()
    {
        var all = new Dictionary<string, AssemblyFile>(framework, StringComparer.OrdinalIgnoreCase) { [engine.Name.Name!] = engine };
        foreach (var (name, file) in shipped.Where(pair => !framework.TryGetValue(pair.Key, out var present) || present.Name.Version < pair.Value.Name.Version))
        {
            all[name] = file;
        }

        return all;
    }

    private bool IsThere(AssemblyName reference) =>
        reference.Name == engine.Name.Name
        || (shipped.TryGetValue(reference.Name!, out var own) && own.Name.Version >= reference.Version)
        || (framework.TryGetValue(reference.Name!, out var part) && part.Name.Version >= reference.Version);

    private static string Described(string key) =>
        typeof(ClosureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
