namespace JobDraftsPS.Core.Fields;

/// <summary>One field and the value it shall have.</summary>
public sealed class FieldChange
{
    /// <summary>Creates a change.</summary>
    /// <param name="field">The field's name in the service's spelling.</param>
    /// <param name="value">The value, already of the field's type; null clears the field.</param>
    public FieldChange(string field, object? value)
    {
        Field = field;
        Value = value;
    }

    /// <summary>The field's name in the service's spelling.</summary>
    public string Field { get; }

    /// <summary>The value; null clears the field.</summary>
    public object? Value { get; }
}
