using System.Globalization;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Plans;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Splits a plan into parts for several machines: they share nothing but OpenTrain's daily quota, of which each has its part.</summary>
[Cmdlet(VerbsCommon.Split, "JobDraftPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByPlan, HelpUri = HelpPages.At + "Split-JobDraftPlan.md")]
[OutputType(typeof(JobDraftPlan))]
public sealed class SplitJobDraftPlanCommand : CancellableCommand
{
    private const string ByPlan = "Plan";
    private const string ByPath = "Path";

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByPlan)]
    public JobDraftPlan Plan { get; set; } = null!;

    /// <summary>The file of a plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByPath)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>How many parts.</summary>
    [Parameter(Mandatory = true)]
    [ValidateRange(1, 1000)]
    public int Count { get; set; }

    /// <summary>OpenTrain's publications a day, to be shared out: 20, or 3 before the account is claimed.</summary>
    [Parameter]
    [ValidateRange(1, 1_000_000)]
    public int PublishQuota { get; set; } = 20;

    /// <summary>A file to write the parts to; the number of the part goes before its ending.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        try
        {
            var plan = ParameterSetName == ByPath ? PlanFile.Read(FilePath.Resolve(SessionState, Path)) : Plan;
            var number = 0;
            foreach (var part in PlanSplit.Split(plan, Count, PublishQuota))
            {
                Save(part, ++number);
                WriteObject(part);
            }
        }
        catch (JobDraftsApiException refused)
        {
            Terminate(refused, ParameterSetName == ByPath ? Path : Plan);
        }
    }

    private void Save(JobDraftPlan part, int number)
    {
        if (OutFile is null)
        {
            return;
        }

        var file = System.IO.Path.ChangeExtension(OutFile, number.ToString(CultureInfo.InvariantCulture) + System.IO.Path.GetExtension(OutFile));
        if (Confirm(file, "Write part of the plan"))
        {
            PlanFile.Write(FilePath.Resolve(SessionState, file), part);
        }
    }
}
