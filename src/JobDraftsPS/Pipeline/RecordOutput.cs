using System.Management.Automation;
using JobDraftsPS.Completion;

namespace JobDraftsPS.Pipeline;

/// <summary>Records on their way to the pipeline: what the service sent and this module does not know shows as note properties.</summary>
internal sealed class RecordOutput
{
    private Seen? seen;
    private int noted;

    /// <summary>The record as it is written. The first of a run are remembered for completion; who wrote thousands looks for none of them by its first letters.</summary>
    public object WithNotes(object record)
    {
        if (noted < Seen.Most)
        {
            noted++;
            (seen ??= Seen.Current)?.Note(record);
        }

        var unknown = (record as IServiceRecord)?.AdditionalData;
        if (unknown is null || unknown.Count == 0)
        {
            return record;
        }

        var wrapper = PSObject.AsPSObject(record);
        foreach (var pair in unknown.Where(pair => wrapper.Properties[pair.Key] is null))
        {
            wrapper.Properties.Add(new PSNoteProperty(pair.Key, pair.Value));
        }

        return wrapper;
    }
}
