using System.Management.Automation;

namespace JobDraftsPS.QuickStart.Host;

/// <summary>The newest of the running activities, drawn in place on one line. Silent where nobody watches.</summary>
internal sealed class ProgressLine(OutputChannel channel, Func<int> width)
{
    private const string EraseLine = "\r\u001b[K";

    private readonly List<(long Source, ProgressRecord Record)> _running = [];
    private string _drawn = string.Empty;

    public void Show(long source, ProgressRecord record)
    {
        if (!channel.IsTerminal)
        {
            return;
        }

        _running.RemoveAll(known => known.Source == source && known.Record.ActivityId == record.ActivityId);
        if (record.RecordType == ProgressRecordType.Processing)
        {
            _running.Add((source, record));
        }

        Draw(_running is [.., var newest] ? Describe(newest.Record) : string.Empty);
    }

    /// <summary>Makes room for other output; the next <see cref="Show"/> draws the line again.</summary>
    public void Erase() => Draw(string.Empty);

    public void End()
    {
        _running.Clear();
        Erase();
    }

    private void Draw(string text)
    {
        // One cell stays free: a full line would move the cursor to the next.
        var room = Math.Max(width() - 1, 0);
        var line = text.Length <= room ? text : text[..room];
        if (line != _drawn)
        {
            channel.WriteControl(EraseLine + line);
            _drawn = line;
        }
    }

    private static string Describe(ProgressRecord record)
    {
        var parts = new List<string> { record.Activity, record.StatusDescription };
        if (record.PercentComplete >= 0)
        {
            parts.Add($"{record.PercentComplete} %");
        }

        if (record.SecondsRemaining >= 0)
        {
            parts.Add($"{TimeSpan.FromSeconds(record.SecondsRemaining):h\\:mm\\:ss} left");
        }

        parts.Add(record.CurrentOperation);

        // Names in it may come from a service: no line breaks and no escape codes.
        var text = string.Join("  ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
    }
}
