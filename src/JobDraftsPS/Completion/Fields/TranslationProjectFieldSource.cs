using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Completion;

/// <summary>The fields of a TEXTKING project.</summary>
internal sealed class TranslationProjectFieldSource : IFieldSource
{
    public FieldSet Fields(CompletionRequest request) => TranslationProjectFields.Known;
}
