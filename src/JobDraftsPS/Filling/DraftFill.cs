using JobDraftsPS.Binding;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Filling;

/// <summary>How far one draft has come on the way to being ready. Lives on the pipeline thread.</summary>
internal sealed class DraftFill(Row row, string jobId)
{
    /// <summary>More rounds than a draft has reasons for: a service that asks for ever is left after it.</summary>
    private const int MaxRounds = 20;

    private readonly HashSet<string> left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DraftGap> gapOf = new(StringComparer.Ordinal);
    private List<FieldChange> sent = [];
    private int rounds;

    public Row Row { get; } = row;

    public string JobId { get; } = jobId;

    /// <summary>How a question names the draft.</summary>
    public string Caption => $"OpenTrain draft '{JobId}'{EditText.Titled(Row.Title)}";

    /// <summary>The draft as it was given, or else as the service last answered.</summary>
    public object? Known => Row.Source is System.Management.Automation.PSObject { BaseObject: JobDraft given } ? given : Record;

    /// <summary>The draft as the service last answered.</summary>
    public JobDraft? Record { get; private set; }

    /// <summary>What is in the way; null until it is known.</summary>
    public JobValidation? Validation { get; private set; }

    /// <summary>True once something was written for the draft.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>True when the validation says what is missing, or that nothing is.</summary>
    public static bool Tells(JobValidation? validation) =>
        validation is { PublishReady: true } or { MissingFields.Length: > 0 } or { Issues.Length: > 0 };

    /// <summary>Takes what was known before anything is sent.</summary>
    public void Take(JobValidation known) => Validation = known;

    /// <summary>Takes the service's answer.</summary>
    public void Take(JobDraft answer)
    {
        HasWritten |= sent.Count > 0;
        Record = answer;
        Validation = answer.Validation;
    }

    /// <summary>The values for the gaps that there are now; empty when the draft is ready or nothing more is answered.</summary>
    /// <exception cref="JobDraftsApiException">An answer does not fit its field.</exception>
    /// <exception cref="CannotAskException">Nobody can be asked.</exception>
    public IReadOnlyList<FieldChange> Ask(IAnswers answers, FieldSet fields)
    {
        if (Validation is null or { PublishReady: true } || ++rounds > MaxRounds)
        {
            return [];
        }

        var changes = new List<FieldChange>();
        var before = sent;
        foreach (var gap in DraftGap.Of(Validation, fields))
        {
            var wanted = gap.Fields.Where(field => !left.Contains(field.Name) && changes.All(change => change.Field != field.Name)).ToArray();
            if (wanted.Length == 0)
            {
                continue;
            }

            changes.AddRange(answers.For(this, gap, wanted, name => before.Any(change => change.Field == name) ? "the value before did not fill it" : null));
            foreach (var field in wanted)
            {
                gapOf[field.Name] = gap;
                if (!answers.CanAskAgain || changes.All(change => change.Field != field.Name))
                {
                    left.Add(field.Name);
                }
            }
        }

        return sent = changes;
    }

    /// <summary>True when somebody can give other values for those that the service refused.</summary>
    public bool MayAskAgain(IAnswers answers, JobDraftsApiException refusal) =>
        answers.CanAskAgain && refusal.Outcome == CallOutcome.Refused && rounds < MaxRounds && sent.Any(change => Complaint(refusal, change.Field) is not null);

    /// <summary>Asks once more for the values that the service refused; the others stay.</summary>
    /// <exception cref="CannotAskException">Nobody can be asked.</exception>
    public IReadOnlyList<FieldChange> AskAgain(IAnswers answers, JobDraftsApiException refusal)
    {
        rounds++;
        var refused = sent.Where(change => Complaint(refusal, change.Field) is not null).ToArray();
        var kept = sent.Except(refused).ToList();
        foreach (var change in refused)
        {
            var gap = gapOf[change.Field];
            var again = answers.For(this, gap, gap.Fields.Where(field => field.Name == change.Field).ToArray(), name => Complaint(refusal, name));
            kept.AddRange(again);
            if (again.Count == 0)
            {
                left.Add(change.Field);
            }
        }

        return sent = kept;
    }

    /// <summary>The value for a field, converted as every value of a draft is.</summary>
    /// <exception cref="JobDraftsApiException">It does not fit.</exception>
    public FieldChange Change(FieldDefinition field, object value)
    {
        try
        {
            return new FieldChange(field.Name, FieldValues.Read(field, value));
        }
        catch (FieldValueException wrong)
        {
            throw Refuse($"-Answer for '{field.Name}': {wrong.Message}.");
        }
    }

    /// <summary>An answer that cannot be used.</summary>
    public JobDraftsApiException Refuse(string message) => LocalErrors.BadAnswer(JobId, message, HasWritten);

    /// <summary>The fields that are wanted.</summary>
    public IEnumerable<FieldDefinition> Wanted(FieldSet fields) => Validation is null ? [] : DraftGap.Of(Validation, fields).SelectMany(gap => gap.Fields);

    /// <summary>What is still in the way, each field with its type and values.</summary>
    public string Left(FieldSet fields)
    {
        if (Validation is null)
        {
            return "OpenTrain's answer does not say what is missing";
        }

        var gaps = DraftGap.Of(Validation, fields);
        var others = Validation.Issues.Where(issue => gaps.All(gap => gap.Asked.Field != issue.Field)).Select(issue => issue.ToString());
        var named = gaps.Select(gap => gap.Describe()).Concat(others).ToArray();
        return named.Length > 0 ? "still missing: " + string.Join("; ", named) : "OpenTrain names nothing that could be filled";
    }

    /// <summary>What the refusal says about a field; an entry of a list counts as its field.</summary>
    private static string? Complaint(JobDraftsApiException refusal, string field) =>
        refusal.FieldErrors.Where(error => error.Key == field || error.Key.StartsWith(field + ".", StringComparison.Ordinal)).Select(error => error.Value).FirstOrDefault();
}
