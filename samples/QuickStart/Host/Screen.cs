using System.Management.Automation;

namespace JobDraftsPS.QuickStart.Host;

/// <summary>
/// Where everything is written. Results and Write-Host go to standard output; errors, warnings, verbose and debug lines to
/// standard error, so that a redirected result holds nothing else. Questions go where a person sees them.
/// </summary>
internal sealed class Screen
{
    private const int WidthWithoutTerminal = 120;
    private const int HeightWithoutTerminal = 50;

    private readonly Lock _lock = new();
    private readonly OutputChannel _output = new(Console.Out, Console.IsOutputRedirected);
    private readonly OutputChannel _error = new(Console.Error, Console.IsErrorRedirected);
    private readonly ProgressLine _progress;
    private volatile bool _diagnosing;

    public Screen() => _progress = new ProgressLine(_output, () => Width);

    /// <summary>The engine asks once for the formats of results and errors; results decide, errors are cleaned when written.</summary>
    public bool HasColours => _output.HasColours;

    // A terminal that does not know its size says 0.
    public int Width => _output.IsTerminal && Console.WindowWidth is > 0 and var width ? width : WidthWithoutTerminal;

    public int Height => _output.IsTerminal && Console.WindowHeight is > 0 and var height ? height : HeightWithoutTerminal;

    public void Write(string text, ConsoleColor? foreground = null, ConsoleColor? background = null)
        => Exclusively(() => _output.Write(text, foreground, background));

    public void WriteLine(string text, ConsoleColor? foreground = null, ConsoleColor? background = null)
    {
        if (_diagnosing)
        {
            WriteDiagnostic(text, ConsoleColor.Red);
        }
        else
        {
            Exclusively(() => _output.WriteLine(text, foreground, background));
        }
    }

    public void WriteDiagnostic(string text, ConsoleColor colour)
        // The engine's view of an error brings its own colours.
        => Exclusively(() => _error.WriteLine(text, text.Length == 0 || text.Contains('\u001b', StringComparison.Ordinal) ? null : colour));

    /// <summary>Lets the engine show something, an error say, as if it were a result; its lines go to standard error.</summary>
    public void AsDiagnostics(Action show)
    {
        _diagnosing = true;
        try
        {
            show();
        }
        finally
        {
            _diagnosing = false;
        }
    }

    public void Ask(string text)
        => Exclusively(() => (_output.IsTerminal ? _output : _error).Write(text));

    public void ShowProgress(long source, ProgressRecord record)
    {
        lock (_lock)
        {
            _progress.Show(source, record);
        }
    }

    public void EndProgress()
    {
        lock (_lock)
        {
            _progress.End();
        }
    }

    private void Exclusively(Action write)
    {
        lock (_lock)
        {
            _progress.Erase();
            write();
        }
    }
}
