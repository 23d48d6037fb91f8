using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Saves the translations of TEXTKING jobs in a folder, each whole or not at all.</summary>
[Cmdlet(VerbsData.Save, "Translation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Save-Translation.md")]
[OutputType(typeof(SavedDocument))]
public sealed class SaveTranslationCommand : SavingCommand
{
    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row) => Save(row, JobFile.Translation);
}
