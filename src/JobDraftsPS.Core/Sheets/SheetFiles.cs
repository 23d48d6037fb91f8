using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Files;

namespace JobDraftsPS.Core.Sheets;

/// <summary>Writes the file of a sheet: whole or not at all, never over one that is there unless that was said, and for its owner alone.</summary>
internal static class SheetFiles
{
    /// <exception cref="JobDraftsApiException">It cannot be written, or is there already.</exception>
    public static void Write(string path, bool replace, Action<Stream> write)
    {
        var beside = path + ".new";
        try
        {
            RequireFree(path, replace);
            using (var file = PrivateFile.Open(beside, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                write(file);
            }

            if (replace && File.Exists(path))
            {
                File.Delete(path);
            }

            File.Move(beside, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            TryDelete(beside);
            throw LocalErrors.SheetNotWritten(path, error.Message);
        }
        catch
        {
            TryDelete(beside);
            throw;
        }
    }

    /// <summary>Better said before the work than after it.</summary>
    /// <exception cref="JobDraftsApiException">There is a file, and it is not to be replaced.</exception>
    public static void RequireFree(string path, bool replace)
    {
        if (!replace && File.Exists(path))
        {
            throw LocalErrors.SheetExists(path);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The first error says more.
        }
    }
}
