using System.Management.Automation;

namespace JobDraftsPS.Tests.Support;

/// <summary>What a script wrote to each stream.</summary>
internal sealed class RunResult(PowerShell shell, IReadOnlyList<PSObject> output, Exception? terminating)
{
    public IReadOnlyList<PSObject> Output { get; } = output;

    /// <summary>The non-terminating errors.</summary>
    public IReadOnlyList<ErrorRecord> Errors { get; } = [.. shell.Streams.Error];

    /// <summary>The error that ended the script; null when none did.</summary>
    public ErrorRecord? Terminating { get; } = (terminating as RuntimeException)?.ErrorRecord;

    /// <summary>All errors, the one that ended the script last.</summary>
    public IReadOnlyList<ErrorRecord> AllErrors => Terminating is null ? Errors : [.. Errors, Terminating];

    public IReadOnlyList<string> Warnings { get; } = [.. shell.Streams.Warning.Select(record => record.Message)];

    public IReadOnlyList<string> Verbose { get; } = [.. shell.Streams.Verbose.Select(record => record.Message)];

    public IReadOnlyList<string> Debug { get; } = [.. shell.Streams.Debug.Select(record => record.Message)];

    public IReadOnlyList<string> Information { get; } = [.. shell.Streams.Information.Select(record => record.ToString())];
}
