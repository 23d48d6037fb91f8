using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Completion;

/// <summary>The fields of a TEXTKING job.</summary>
internal sealed class TranslationJobFieldSource : IFieldSource
{
    public FieldSet Fields(CompletionRequest request) => TranslationJobFields.Known;
}
