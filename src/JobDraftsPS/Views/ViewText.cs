using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Text;

namespace JobDraftsPS.Views;

/// <summary>
/// How text reaches a console: the one place where the format file shows what came from a service or a sheet. Control characters and
/// marks that turn the direction of writing are shown as what they are, so that no title can hide a row; lines break at spaces; and a
/// colour is used only where the host wants colours. The records keep their texts as they came.
/// </summary>
public static class ViewText
{
    private const int UsualWidth = 80;
    private const int LeastWidth = 20;

    /// <summary>A text on one line, with every character that a console would obey made visible.</summary>
    public static string Plain(object? value)
    {
        var text = (value is PSObject wrapped ? wrapped.BaseObject : value) switch
        {
            string one => one,
            object[] several => string.Join("; ", several),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? string.Empty,
        };
        for (var i = 0; i < text.Length; i++)
        {
            if (OneLine.IsObeyed(text[i]))
            {
                return Made(text, i);
            }
        }

        return text;
    }

    /// <summary>A text in lines that break at spaces, for a place that is indented; each line of the text as it came begins a new one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="indent">How many columns stand before it.</param>
    public static string Lines(object? value, PSHost? host, int indent)
    {
        var width = Math.Max(LeastWidth, Width(host) - indent - 1);
        var lines = new StringBuilder();
        foreach (var paragraph in (Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty).Replace("\r\n", "\n").Split('\n'))
        {
            Break(Plain(paragraph), width, lines);
        }

        return lines.ToString().TrimEnd('\n');
    }

    /// <summary>A text in a colour, where colours are wanted.</summary>
    /// <param name="text">The text, made plain before.</param>
    /// <param name="ink">The name of the colour, as <c>$PSStyle.Foreground</c> has it; null or empty for none.</param>
    /// <param name="style">The value of <c>$PSStyle</c>; null in Windows PowerShell, which has none.</param>
    public static string Paint(string text, string? ink, object? style)
    {
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(ink) || style is null || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
        {
            return text;
        }

        var all = PSObject.AsPSObject(style);
        if (all.Properties["OutputRendering"]?.Value?.ToString() == "PlainText" || all.Properties["Foreground"]?.Value is not { } colours)
        {
            return text;
        }

        return $"{PSObject.AsPSObject(colours).Properties[ink!]?.Value}{text}{all.Properties["Reset"]?.Value}";
    }

    private static void Break(string line, int width, StringBuilder lines)
    {
        while (line.Length > width)
        {
            var space = line.LastIndexOf(' ', width);
            var cut = space > 0 ? space : width;
            lines.Append(line, 0, cut).Append('\n');
            line = line.Substring(cut).TrimStart(' ');
        }

        lines.Append(line).Append('\n');
    }

    private static int Width(PSHost? host)
    {
        try
        {
            return host?.UI?.RawUI?.BufferSize.Width is { } width and > 0 ? width : UsualWidth;
        }
        catch (Exception none) when (HostFault.IsCannotAsk(none) || none is IOException or PlatformNotSupportedException)
        {
            return UsualWidth;
        }
    }

    private static string Made(string text, int first)
    {
        var made = new StringBuilder(text, 0, first, text.Length + 16);
        foreach (var letter in text.Skip(first))
        {
            if (letter is '\n' or '\r' or '\t')
            {
                made.Append(' ');
            }
            else if (OneLine.IsObeyed(letter))
            {
                made.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:X4}", (int)letter);
            }
            else
            {
                made.Append(letter);
            }
        }

        return made.ToString();
    }
}
