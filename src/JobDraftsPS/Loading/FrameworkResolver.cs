using System.Reflection;

namespace JobDraftsPS.Loading;

/// <summary>Windows PowerShell 5.1 has no load contexts: this answers only for files in the module's own folders.</summary>
internal static class FrameworkResolver
{
    private static readonly object Gate = new();
    private static string[]? directories;

    /// <summary>Set once a process, as on PowerShell 7.</summary>
    /// <param name="folders">Where to look: the private libraries, and the models that those refer to.</param>
    public static void Hook(params string[] folders)
    {
        lock (Gate)
        {
            if (directories is null)
            {
                directories = folders;
                AppDomain.CurrentDomain.AssemblyResolve += Resolve;
            }
        }
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs args)
    {
        var file = new AssemblyName(args.Name).Name + ".dll";
        var path = directories!.Select(directory => Path.Combine(directory, file)).FirstOrDefault(File.Exists);
        return path is null ? null : Assembly.LoadFrom(path);
    }
}
