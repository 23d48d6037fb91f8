using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Writes fields of TEXTKING projects that are prepared. What is not given is not touched; the state has commands of its own.</summary>
[Cmdlet(VerbsCommon.Set, "TranslationProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Set-TranslationProject.md")]
[OutputType(typeof(TranslationProject))]
public sealed class SetTranslationProjectCommand : TranslationProjectFieldCommand
{
    /// <summary>Projects, project ids, or rows with a projectId column.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The projects to write (UUIDs).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] ProjectId { get; set; } = [];

    /// <summary>The project's name.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? Name { get; set; }

    /// <summary>Fields to clear: due_date, billing_address, coupon_name, affiliate_id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClearCompleter<TranslationProjectFieldSource>))]
    public string[]? Clear { get; set; }

    private protected override string[]? ToClear => Clear;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Array.ForEach(ProjectId, id => Accept(id, () => new Row(null, id) { ProjectId = id }));
        }
        else
        {
            Accept(InputObject);
        }
    }

    private protected override Row Read(PSObject input, int number) => TextKingTargets.ReadProject(input, number);

    private protected override Submission? Prepare(Row row, object? present)
    {
        var projectId = TextKingTargets.WholeProject(row);
        var changes = Binder.Bind(row, WriteWarning);
        if (changes.Count == 0)
        {
            WriteWarning(Targets.Place(row) + $"TextKing project '{projectId}': nothing is given to change, so nothing is sent.");
            return null;
        }

        return new Submission(TextKingTargets.Name(row, projectId), "Update " + EditText.Of(changes), Client.UpdateProject(projectId, changes));
    }
}
