using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Completion;

/// <summary>The fields of a callback.</summary>
internal sealed class CallbackFieldSource : IFieldSource
{
    public FieldSet Fields(CompletionRequest request) => CallbackFields.Known;
}
