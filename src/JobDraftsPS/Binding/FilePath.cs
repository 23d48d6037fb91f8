using System.Management.Automation;
using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Binding;

/// <summary>The file that a path of the session means.</summary>
internal static class FilePath
{
    private const string Files = "FileSystem";
    private const string Advice = "Give the path of a file on a drive that this session has.";

    /// <summary>The file's own path; the file need not be there.</summary>
    /// <exception cref="JobDraftsApiException">There is no such drive, or what lies on it are no files: its path would mean one in the process's folder.</exception>
    public static string Resolve(SessionState session, string path)
    {
        try
        {
            var file = session.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == Files && file.IndexOf('\0') < 0
                ? file
                : throw LocalErrors.BadValue(null, $"'{path}' is no path of a file.", Advice);
        }
        catch (Exception unknown) when (unknown is SessionStateException or ProviderInvocationException or ArgumentException or NotSupportedException)
        {
            throw LocalErrors.BadValue(null, $"'{path}' is no path of a file: {unknown.Message}", Advice);
        }
    }

    /// <summary>The files that a pattern fits; the path itself where it fits none, since a name may hold what a pattern is made of.</summary>
    /// <exception cref="JobDraftsApiException">As with <see cref="Resolve"/>.</exception>
    public static IReadOnlyList<string> Find(SessionState session, string pattern)
    {
        var itself = Resolve(session, pattern);
        try
        {
            return session.Path.GetResolvedProviderPathFromPSPath(pattern, out _) is { Count: > 0 } found ? found : [itself];
        }
        catch (Exception none) when (none is SessionStateException or ProviderInvocationException or WildcardPatternException)
        {
            return [itself];
        }
    }
}
