using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Reads the addresses that TEXTKING can bill a project to.</summary>
[Cmdlet(VerbsCommon.Get, "BillingAddress", HelpUri = HelpPages.At + "Get-BillingAddress.md")]
[OutputType(typeof(BillingAddress))]
public sealed class GetBillingAddressCommand : ReadingCommand
{
    private TextKingClient client = null!;

    /// <summary>The addresses to read (UUIDs); all of the account when left out.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[]? AddressId { get; set; }

    private protected override void Connect() => client = new TextKingClient(Resolve(JobService.TextKing));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (AddressId is null)
        {
            Accept("addresses", () => new Row(null, "addresses"));
        }
        else
        {
            Array.ForEach(AddressId, id => Accept(id, () => new Row(null, id)));
        }
    }

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        if (AddressId is null)
        {
            return client.GetAddressesAsync;
        }

        var addressId = (string)row.Source;
        TextKingClient.RequireId("address", addressId);
        return async context => ReadPage.Of(await client.GetAddressAsync(addressId, context).ConfigureAwait(false));
    }
}
