namespace JobDraftsPS;

/// <summary>
/// What shall be done, checked and with the present values beside the new ones, before anything is sent. Settable for those who build
/// one by hand; the hash tells when a plan is not the one that was made.
/// </summary>
public sealed class JobDraftPlan
{
    /// <summary>The rows, in the order in which they are applied.</summary>
    public PlanRow[] Rows { get; set; } = [];

    /// <summary>What was found out about the rows.</summary>
    public PlanFinding[] Findings { get; set; } = [];

    /// <summary>Lays each finding beside its row.</summary>
    internal JobDraftPlan WithFindingsBesideRows()
    {
        var ofRow = Findings.Where(finding => finding.Row is not null).ToLookup(finding => finding.Row!.Value);
        foreach (var row in Rows)
        {
            row.Findings = [.. ofRow[row.Row]];
        }

        return this;
    }

    /// <summary>Names the plan by its content: accounts, rows, operations, targets, fields and new values.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>Of a part of a plan: how many of OpenTrain's daily publications it may use. Null for a whole plan, which may use all.</summary>
    public int? PublishShare { get; set; }

    /// <summary>When the present values were read.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The accounts that the plan is for: by service, a hash of the credential at its host.</summary>
    public IDictionary<string, string> Accounts { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
