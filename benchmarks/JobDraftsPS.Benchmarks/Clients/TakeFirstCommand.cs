using System.Management.Automation;

namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>Hands one object on and stops the commands before it, in the way of <c>Select-Object -First 1</c>, which the bare engine lacks.</summary>
[Cmdlet("Take", "First")]
public sealed class TakeFirstCommand : PSCmdlet
{
    private static readonly Type StopUpstream = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;

    /// <summary>What comes through the pipeline.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public object InputObject { get; set; } = null!;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        throw (Exception)Activator.CreateInstance(StopUpstream, this)!;
    }
}
