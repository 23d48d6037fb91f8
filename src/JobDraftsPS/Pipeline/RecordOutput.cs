using System.Management.Automation;
using JobDraftsPS.Completion;

namespace JobDraftsPS.Pipeline;

/// <summary>Records on their way to the pipeline: what the service sent and this module does not know shows as note properties.</summary>
internal sealed class RecordOutput
{
    // Who works on thousands looks for none of them by its first letters, and what is remembered of each is what a long run would carry along.
    private const int MostRemembered = 100;

    private CompletionCache? seen;
    private int remembered;

    /// <summary>The record as it is written; the first ones of a run are remembered for completion.</summary>
    public object WithNotes(object record)
    {
        if (remembered < MostRemembered)
        {
            remembered++;
            (seen ??= CompletionCache.Current)?.Note(record);
        }

        var unknown = (record as IServiceRecord)?.AdditionalData;
        if (unknown is null || unknown.Count == 0)
        {
            return record;
        }

        var wrapper = PSObject.AsPSObject(record);
        foreach (var pair in unknown.Where(pair => wrapper.Properties[pair.Key] is null))
        {
            wrapper.Properties.Add(new PSNoteProperty(pair.Key, Readable(pair.Value)));
        }

        return wrapper;
    }

    /// <summary>Lists and objects that read as what is in them, also in a cell of a CSV file.</summary>
    private static object? Readable(object? value) => value switch
    {
        object?[] items => new RecordList<object?>(items.Select(Readable)),
        IReadOnlyDictionary<string, object?> members => RecordTable.Of(members),
        _ => value,
    };
}
