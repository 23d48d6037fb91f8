namespace JobDraftsPS.Benchmarks.Reporting;

/// <summary>Tells on the error stream how a long benchmark gets on; the table alone goes to the output.</summary>
internal static class Progress
{
    public static void Tell(string text) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {text}");
}
