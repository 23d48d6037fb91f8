using System.Collections;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>A cmdlet that writes fields at TEXTKING: what the command line says of them is read once, before the first row.</summary>
public abstract class TextKingFieldCommand : SendingCommand
{
    private protected TextKingClient Client { get; private set; } = null!;

    private protected EditBinder Binder { get; private set; } = null!;

    /// <summary>Further fields by the service's names; null for none.</summary>
    private protected abstract IDictionary? Further { get; }

    /// <summary>Fields to clear; null for none.</summary>
    private protected virtual string[]? ToClear => null;

    /// <summary>The fields that there are.</summary>
    private protected abstract FieldSet FieldsOf(TextKingClient client);

    private protected override void Connect()
    {
        Client = new TextKingClient(Resolve(JobService.TextKing));
        Binder = new EditBinder(JobService.TextKing, FieldsOf(Client), acceptUnknown: false, this, Further, ToClear);
    }
}
