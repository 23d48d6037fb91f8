using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Filling;

/// <summary>Where the answers to a draft's gaps come from.</summary>
internal interface IAnswers
{
    /// <summary>True where somebody can be asked once more about an answer that was refused, or that did not fill the gap.</summary>
    bool CanAskAgain { get; }

    /// <summary>The values for a gap; a field that is left as it is, is not among them.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="gap">The gap.</param>
    /// <param name="fields">The fields of the gap that are wanted.</param>
    /// <param name="refusal">Why the value before was refused, by field; null where there was none.</param>
    /// <exception cref="JobDraftsApiException">An answer does not fit its field.</exception>
    /// <exception cref="CannotAskException">Nobody can be asked.</exception>
    IReadOnlyList<FieldChange> For(DraftFill draft, DraftGap gap, IReadOnlyList<FieldDefinition> fields, Func<string, string?> refusal);
}
