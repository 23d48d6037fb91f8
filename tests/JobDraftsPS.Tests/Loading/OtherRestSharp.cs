using System.Reflection;
using System.Reflection.Emit;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Loading;

/// <summary>A RestSharp such as an older module of somebody else brings: same name, same key, lower version, hardly anything in it.</summary>
internal sealed class OtherRestSharp : IDisposable
{
    public const string Version = "106.0.0.0";

    private readonly TemporaryFolder folder = new();

    public OtherRestSharp()
    {
        var name = AssemblyName.GetAssemblyName(System.IO.Path.Combine(Repository.Lib, "Dependencies", "net8.0", "RestSharp.dll"));
        name.Version = new Version(Version);
        var assembly = new PersistedAssemblyBuilder(name, typeof(object).Assembly);
        assembly.DefineDynamicModule("RestSharp").DefineType("RestSharp.RestClient", TypeAttributes.Public).CreateType();
        assembly.Save(Path);
    }

    public string Path => System.IO.Path.Combine(folder.Path, "RestSharp.dll");

    public void Dispose() => folder.Dispose();
}
