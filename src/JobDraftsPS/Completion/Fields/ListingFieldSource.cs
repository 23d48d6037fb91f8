using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Sorce;

namespace JobDraftsPS.Completion;

/// <summary>The fields of a Sorce listing.</summary>
internal sealed class ListingFieldSource : IFieldSource
{
    public FieldSet Fields(CompletionRequest request) => ListingFields.Known;
}
