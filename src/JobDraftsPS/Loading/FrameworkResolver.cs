using System.Reflection;

namespace JobDraftsPS.Loading;

/// <summary>Windows PowerShell 5.1 has no load contexts: this answers only for files in the module's own folder.</summary>
internal static class FrameworkResolver
{
    private static readonly object Gate = new();
    private static string? directory;

    public static void Hook(string folder)
    {
        lock (Gate)
        {
            if (directory is null)
            {
                directory = folder;
                AppDomain.CurrentDomain.AssemblyResolve += Resolve;
            }
        }
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs args)
    {
        var path = Path.Combine(directory!, new AssemblyName(args.Name).Name + ".dll");
        return File.Exists(path) ? Assembly.LoadFrom(path) : null;
    }
}
