namespace JobDraftsPS;

/// <summary>A gap that keeps a job from being published, with what is needed to fill it.</summary>
public sealed class MissingField
{
    /// <summary>Name of the gap in the service's spelling.</summary>
    public string Field { get; internal init; } = string.Empty;

    /// <summary>The field's name for people.</summary>
    public string? Label { get; internal init; }

    /// <summary>What the service says about the gap.</summary>
    public string? Message { get; internal init; }

    /// <summary>The service's code for the gap, opaque.</summary>
    public string? Code { get; internal init; }

    /// <summary>A question ready to be asked; a leading <c>ask:</c> of the service is already taken off.</summary>
    public string? Prompt { get; internal init; }

    /// <summary>The type of the value wanted: <c>enum</c>, <c>number</c>, <c>string</c>, <c>string[]</c> or <c>boolean</c>; null when not told.</summary>
    public string? Type { get; internal init; }

    /// <summary>The allowed values; empty when any value will do.</summary>
    public RecordList<string> EnumValues { get; internal init; } = RecordList<string>.Empty;

    /// <summary>The keys to send to fill the gap; the field's own name when the service named none.</summary>
    public RecordList<string> UpdateKeys { get; internal init; } = RecordList<string>.Empty;

    /// <summary>An example value, as text also for numbers.</summary>
    public string? Example { get; internal init; }

    /// <summary>A hint for the person who answers.</summary>
    public string? Hint { get; internal init; }

    /// <summary>What else the service said of it.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; internal init; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => Field;
}
