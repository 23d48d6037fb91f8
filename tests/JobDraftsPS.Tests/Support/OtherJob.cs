using System.Management.Automation;

namespace JobDraftsPS.Tests.Support;

/// <summary>A PowerShell job: it has an Id, a Name and a State, and is nothing that could be published.</summary>
internal sealed class OtherJob() : Job("Get-Process", "Job1")
{
    public override bool HasMoreData => false;

    public override string Location => "localhost";

    public override string StatusMessage => string.Empty;

    public override void StopJob()
    {
    }
}
