using System.Management.Automation;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Commands;

/// <summary>Reads the extra services of TEXTKING projects, which TEXTKING's staff books. Most projects have none.</summary>
[Cmdlet(VerbsCommon.Get, "TranslationLineItem", DefaultParameterSetName = ById, HelpUri = HelpPages.At + "Get-TranslationLineItem.md")]
[OutputType(typeof(TranslationLineItem))]
public sealed class GetTranslationLineItemCommand : TranslationProjectPartCommand
{
    private protected override Task<ReadPage> ReadAsync(TextKingClient service, string projectId, CallContext context) => service.GetLineItemsAsync(projectId, context);
}
