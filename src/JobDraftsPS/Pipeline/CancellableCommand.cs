using System.Management.Automation;
using System.Reflection;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Errors;
using JobDraftsPS.Views;

namespace JobDraftsPS.Pipeline;

/// <summary>A cmdlet whose waiting ends at once when the pipeline stops.</summary>
public abstract class CancellableCommand : PSCmdlet, IDisposable
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);
    private readonly CancellationTokenSource stopping = new();
    private bool yesToAll;
    private bool noToAll;
    private bool? showsDebug;
    private bool? showsVerbose;
    private bool? isGraveCommand;

    /// <summary>Cancelled when the pipeline stops.</summary>
    protected CancellationToken Cancellation => stopping.Token;

    /// <summary>Makes records ready to be written.</summary>
    private protected RecordOutput Output { get; } = new();

    /// <summary>How long a call may wait for a quota; null for the usual time.</summary>
    private protected virtual TimeSpan? LongestWait => null;

    /// <summary>The least weighty lines that this run shows. Asked on the pipeline thread.</summary>
    /// <remarks>Kept as two flags: a field of an enum that lives in the private load context would have to be loaded before the import has made it findable.</remarks>
    private protected CallLogLevel LogLevel =>
        (showsDebug ??= Shows("Debug")) ? CallLogLevel.Debug
        : (showsVerbose ??= Shows("Verbose")) ? CallLogLevel.Verbose
        : CallLogLevel.Warning;

    /// <summary>Ends what is under way. Runs also where neither the end nor the stop of the pipeline is announced.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what is under way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            stopping.Cancel();
        }
    }

    /// <inheritdoc />
    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>Waits for one call on the pipeline thread and writes what it has to say.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    private protected T Await<T>(Func<CallContext, Task<T>> call)
    {
        var log = new CallLog(LogLevel);
        var context = new CallContext(log, Cancellation);
        context.MaxWait = LongestWait ?? context.MaxWait;
        var task = Task.Run(() => call(context));
        while (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(Slice))
        {
            ThrowIfStopping();
            Write(log);
        }

        Write(log);
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private bool Shows(string stream) => MyInvocation.BoundParameters.TryGetValue(stream, out var asked)
        ? asked is SwitchParameter { IsPresent: true }
        : GetVariableValue(stream + "Preference") is not (null or ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    /// <summary>Hands the lines of a call to their streams; only the pipeline thread may.</summary>
    internal void Write(CallLog log)
    {
        while (log.TryTake(out var entry))
        {
            switch (entry.Level)
            {
                case CallLogLevel.Debug: WriteDebug(entry.Text); break;
                case CallLogLevel.Verbose: WriteVerbose(entry.Text); break;
                default: WriteWarning(entry.Text); break;
            }
        }
    }

    internal void ThrowIfStopping()
    {
        if (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Ends the command with an error.</summary>
    private protected void Terminate(JobDraftsApiException error, object? target = null) => ThrowTerminatingError(error.ToErrorRecord(target));

    /// <summary>Asks whether to go on; a host that cannot ask ends the command instead of doing what nobody agreed to.</summary>
    /// <param name="target">What it is done to.</param>
    /// <param name="action">What is done.</param>
    /// <param name="isGrave">True to ask as a command of high impact does, whatever the impact of this one is.</param>
    internal bool Confirm(string target, string action, bool isGrave = false)
    {
        try
        {
            return (isGrave || IsGrave) && AsksNow() ? AskAnyway(target, action) : ShouldProcess(target, action);
        }
        catch (Exception error) when (HostFault.IsCannotAsk(error))
        {
            ThrowTerminatingError(LocalErrors.CannotConfirm(target).ToErrorRecord(target));
            throw;
        }
    }

    /// <summary>True for a command whose every use is asked about by default: it ends, deletes or orders something.</summary>
    private bool IsGrave => isGraveCommand ??= GetType().GetCustomAttribute<CmdletAttribute>()?.ConfirmImpact == ConfirmImpact.High;

    /// <summary>
    /// True where a grave action is to be asked about here. The engine's own question takes Enter for Yes, and knows one impact a
    /// command; with <c>-WhatIf</c> and <c>-Confirm:$false</c> it has nothing to ask.
    /// </summary>
    private bool AsksNow()
    {
        if (IsOn("WhatIf") ?? LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference")))
        {
            return false;
        }

        return IsOn("Confirm")
            ?? (!LanguagePrimitives.TryConvertTo<ConfirmImpact>(GetVariableValue("ConfirmPreference"), out var preference) || preference != ConfirmImpact.None);
    }

    private bool? IsOn(string name) => MyInvocation.BoundParameters.TryGetValue(name, out var given) ? given is SwitchParameter { IsPresent: true } : null;

    /// <summary>A question that Enter answers with No.</summary>
    private bool AskAnyway(string target, string action) =>
        ShouldContinue($"Performing the operation \"{action}\" on target \"{target}\".", "Confirm", hasSecurityImpact: true, ref yesToAll, ref noToAll);
}
