using System.Management.Automation;
using System.Reflection;

namespace JobDraftsPS.Loading;

/// <summary>Runs once at import: makes the module's own libraries findable. Reads and sends nothing.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    private static readonly string ModuleDirectory = Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!;

    /// <inheritdoc />
    public void OnImport()
    {
        if (typeof(object).Assembly.GetName().Name == "System.Private.CoreLib")
        {
            HookLoadContext();
        }
        else
        {
            FrameworkResolver.Hook(Path.Combine(ModuleDirectory, "Dependencies", "netstandard2.0"), ModuleDirectory);
        }
    }

    /// <summary>By reflection, because the load context does not exist where this assembly must also load.</summary>
    private static void HookLoadContext()
    {
        var directory = Path.Combine(ModuleDirectory, "Dependencies", "net8.0");
        var loader = Assembly.LoadFrom(Path.Combine(directory, "JobDraftsPS.Loader.dll"));
        var hook = loader.GetType("JobDraftsPS.Loader.ModuleLoadContext", throwOnError: true)!.GetMethod("Hook")!;
        hook.Invoke(null, [directory, typeof(JobRecord).Assembly.Location]);
    }
}
