using System.Management.Automation;
using JobDraftsPS.Completion;

namespace JobDraftsPS.Pipeline;

/// <summary>Records on their way to the pipeline: what the service sent and this module does not know shows as note properties.</summary>
internal static class RecordOutput
{
    public static object WithNotes(object record)
    {
        Seen.Current?.Note(record);
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
