using System.Reflection;
using System.Runtime.Loader;

namespace JobDraftsPS.Loader;

/// <summary>
/// Keeps this module's libraries apart from everyone else's: another RestSharp in the session neither disturbs nor is disturbed.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private const string SharedModel = "JobDraftsPS.Model";
    private static readonly string[] EntryAssemblies = ["JobDraftsPS.Core", "JobDraftsPS.Sandbox"];
    private static readonly object Gate = new();
    private static ModuleLoadContext? hooked;

    private readonly string directory;
    private readonly string modelPath;

    private ModuleLoadContext(string directory, string modelPath)
        : base("JobDraftsPS")
    {
        this.directory = directory;
        this.modelPath = modelPath;
    }

    /// <summary>
    /// Answers for the two assemblies that the cmdlets refer to. Set once a process and never taken off: other runspaces may still
    /// use the module after one has removed it.
    /// </summary>
    /// <param name="directory">Folder of the private libraries.</param>
    /// <param name="modelPath">The assembly with the public models, which everyone shares.</param>
    public static void Hook(string directory, string modelPath)
    {
        lock (Gate)
        {
            if (hooked is null)
            {
                hooked = new ModuleLoadContext(directory, modelPath);
                Default.Resolving += (_, name) => EntryAssemblies.Contains(name.Name) ? hooked.Find(name) : null;
            }
        }
    }

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == SharedModel ? Default.LoadFromAssemblyPath(modelPath) : Find(assemblyName);

    /// <summary>
    /// By file only: to ask for the name here would raise the same event again, without end, when a file is missing.
    /// </summary>
    private Assembly? Find(AssemblyName name)
    {
        var path = Path.Combine(directory, name.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
