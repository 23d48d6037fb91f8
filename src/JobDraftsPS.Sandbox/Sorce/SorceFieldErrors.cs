using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>What is wrong with a request, field by field; a field's first fault is the one reported.</summary>
internal sealed class SorceFieldErrors
{
    private readonly List<KeyValuePair<string, string>> faults = [];

    public bool Any => faults.Count > 0;

    public void Add(string field, string message)
    {
        if (!faults.Exists(fault => fault.Key == field))
        {
            faults.Add(new(field, message));
        }
    }

    public JsonObject ToJson()
    {
        var fields = new JsonObject();
        foreach (var fault in faults)
        {
            fields.Add(fault.Key, fault.Value);
        }

        return fields;
    }
}
