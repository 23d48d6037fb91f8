using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Completion;

/// <summary>A field offered by its name.</summary>
internal static class FieldName
{
    /// <summary>The field in the service's spelling, found in ours as well: <c>dueD</c> finds <c>due_date</c>.</summary>
    public static Candidate Candidate(FieldDefinition field)
    {
        var ours = FieldSet.Key(field.Name);
        var detail = field.Allowed.Count > 0 ? string.Join(", ", field.Allowed) : field.Type.ToString();
        return new Candidate(field.Name, ours.Equals(field.Name, StringComparison.OrdinalIgnoreCase) ? null : ours, detail);
    }
}
