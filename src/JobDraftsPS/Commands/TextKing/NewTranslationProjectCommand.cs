using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Creates TEXTKING projects from names, rows or parameters. A new project is prepared, holds no job, and costs nothing.</summary>
[Cmdlet(VerbsCommon.New, "TranslationProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByName, HelpUri = HelpPages.At + "New-TranslationProject.md")]
[OutputType(typeof(TranslationProject))]
public sealed class NewTranslationProjectCommand : TranslationProjectFieldCommand
{
    private const string ByName = "Name";

    /// <summary>Names, or rows with the project's fields as columns.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The project's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByInput)]
    [Field(FieldType.Text)]
    public string? Name { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByInput)
        {
            Accept(InputObject);
        }
        else
        {
            Accept(Name ?? string.Empty, () => new Row(null, Name ?? string.Empty));
        }
    }

    /// <summary>A text is a name; everything else is a row.</summary>
    private protected override Row Read(PSObject input, int number) => input.BaseObject is string text
        ? new Row(number, text) { Cells = [new("name", text)] }
        : base.Read(input, number);

    private protected override Submission? Prepare(Row row, object? present)
    {
        Targets.RequireService(row, JobService.TextKing);
        if (row.ProjectId is { } projectId)
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"The row names project '{projectId}', and this command makes new ones.", "Leave the projectId column empty, or use Set-TranslationProject.");
        }

        var fields = Binder.Bind(row, WriteWarning);
        return new Submission("TextKing", "Create project: " + EditText.Of(fields), Client.CreateProject(fields));
    }
}
