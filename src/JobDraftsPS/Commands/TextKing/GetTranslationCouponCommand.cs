using System.Management.Automation;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Commands;

/// <summary>Reads the coupon that a TEXTKING project redeems; nothing for a project without one.</summary>
[Cmdlet(VerbsCommon.Get, "TranslationCoupon", DefaultParameterSetName = ById, HelpUri = HelpPages.At + "Get-TranslationCoupon.md")]
[OutputType(typeof(TranslationCoupon))]
public sealed class GetTranslationCouponCommand : TranslationProjectPartCommand
{
    private protected override Task<ReadPage> ReadAsync(TextKingClient service, string projectId, CallContext context) => service.GetCouponAsync(projectId, context);
}
