using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Pipeline;

/// <summary>Shows how a run gets on, at most five times a second.</summary>
internal sealed class RunProgress(PSCmdlet command)
{
    private const int ActivityId = 1;
    private const double Megabyte = 1_000_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch running = Stopwatch.StartNew();
    private TimeSpan shownAt;
    private bool isShown;

    public int Done { get; private set; }

    public int Failed { get; private set; }

    public void Count(bool failed)
    {
        if (failed)
        {
            Failed++;
        }
        else
        {
            Done++;
        }
    }

    /// <summary>Shows the present state, if it is time.</summary>
    /// <param name="underWay">Rows that have been taken in and have no result.</param>
    /// <param name="inputEnded">True once no further row can come: only then can an end be foretold.</param>
    /// <param name="oldest">How the oldest row under way fares; null where none is.</param>
    public void Show(int underWay, bool inputEnded, CallContext? oldest)
    {
        if (running.Elapsed - shownAt < Pause)
        {
            return;
        }

        shownAt = running.Elapsed;
        isShown = true;
        var ended = Done + Failed;
        var status = $"{Done} done, {Failed} failed, {underWay} under way";
        if (oldest?.WaitingUntil is { } until)
        {
            status += string.Format(CultureInfo.InvariantCulture, ", waiting for quota until {0:HH:mm:ss} UTC", until.UtcDateTime);
        }

        if (oldest?.Transfer is { Moved: > 0 and var moved } transfer)
        {
            status += transfer.Total is { } total
                ? string.Format(CultureInfo.InvariantCulture, ", {0:0.0} of {1:0.0} MB moved", moved / Megabyte, total / Megabyte)
                : string.Format(CultureInfo.InvariantCulture, ", {0:0.0} MB moved", moved / Megabyte);
        }

        var record = new ProgressRecord(ActivityId, command.MyInvocation.MyCommand.Name, status);
        if (inputEnded && ended > 0)
        {
            record.PercentComplete = 100 * ended / (ended + underWay);
            record.SecondsRemaining = (int)(running.Elapsed.TotalSeconds / ended * underWay);
        }

        command.WriteProgress(record);
    }

    /// <summary>Takes the display away.</summary>
    public void Complete()
    {
        if (isShown)
        {
            command.WriteProgress(new ProgressRecord(ActivityId, command.MyInvocation.MyCommand.Name, "done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
