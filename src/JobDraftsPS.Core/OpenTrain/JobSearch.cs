using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>What a search of the marketplace asks for; null leaves a filter out.</summary>
/// <remarks>Plain setters: an init setter has another signature on each target framework, and the cmdlets are built against one of them.</remarks>
public sealed class JobSearch
{
    /// <summary>Words to look for.</summary>
    public string? Text { get; set; }

    /// <summary>A language.</summary>
    public string? Language { get; set; }

    /// <summary>A country.</summary>
    public string? Country { get; set; }

    /// <summary>How the work is paid.</summary>
    public string? PayType { get; set; }

    /// <exception cref="JobDraftsApiException">There is no such kind of payment.</exception>
    internal IEnumerable<KeyValuePair<string, string>> ToQuery() =>
        new[] { ("q", Text), (OpenTrainAssumptions.LanguageFilter, Language), (OpenTrainAssumptions.CountryFilter, Country), ("payType", SpelledPayType()) }
            .Where(filter => !string.IsNullOrWhiteSpace(filter.Item2))
            .Select(filter => new KeyValuePair<string, string>(filter.Item1, filter.Item2!));

    private string? SpelledPayType()
    {
        try
        {
            return string.IsNullOrWhiteSpace(PayType) ? null : (string)FieldValues.Read(DraftFields.Known.Find("paymentType")!, PayType!);
        }
        catch (FieldValueException wrong)
        {
            throw LocalErrors.BadValue(JobService.OpenTrain, $"-PayType: {wrong.Message}.", "Give one of the allowed values.");
        }
    }
}
