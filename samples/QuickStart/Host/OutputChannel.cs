using System.Management.Automation;
using System.Management.Automation.Internal;
using Spectre.Console;

namespace JobDraftsPS.QuickStart.Host;

/// <summary>Standard output or standard error, and what may be written there.</summary>
internal sealed class OutputChannel
{
    private const string Reset = "\u001b[0m";

    private readonly TextWriter _writer;

    public OutputChannel(TextWriter writer, bool redirected)
    {
        _writer = writer;
        // Also turns on escape codes in a Windows console, and knows NO_COLOR and dumb terminals.
        var capabilities = AnsiCapabilities.Create(writer);
        IsTerminal = !redirected && capabilities.Ansi;
        HasColours = IsTerminal && capabilities.ColorSystem != ColorSystem.NoColors;
    }

    /// <summary>A person sees this, and the cursor can be moved.</summary>
    public bool IsTerminal { get; }

    public bool HasColours { get; }

    /// <summary>Writes text; escape codes in it are dropped where there are no colours.</summary>
    public void Write(string text, ConsoleColor? foreground = null, ConsoleColor? background = null)
    {
        if (!HasColours)
        {
            _writer.Write(new StringDecorated(text).ToString(OutputRendering.PlainText));
            return;
        }

        var style = (foreground is { } front ? PSStyle.MapForegroundColorToEscapeSequence(front) : string.Empty)
            + (background is { } back ? PSStyle.MapBackgroundColorToEscapeSequence(back) : string.Empty);
        _writer.Write(style.Length == 0 ? text : style + text + Reset);
    }

    public void WriteLine(string text, ConsoleColor? foreground = null, ConsoleColor? background = null)
    {
        Write(text, foreground, background);
        _writer.WriteLine();
    }

    /// <summary>Writes codes that move the cursor. Only for a terminal.</summary>
    public void WriteControl(string codes) => _writer.Write(codes);
}
