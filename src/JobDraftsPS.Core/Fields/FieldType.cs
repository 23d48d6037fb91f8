namespace JobDraftsPS.Core.Fields;

/// <summary>What a field of a service holds.</summary>
public enum FieldType
{
    /// <summary>Text, sent as given.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>One of a list of words.</summary>
    Choice,

    /// <summary>A list of texts.</summary>
    TextList,

    /// <summary>A text, or a list of texts: the service does not state which, so it goes out as it was given.</summary>
    TextOrList,

    /// <summary>A list of objects; in one cell it is JSON.</summary>
    ItemList,

    /// <summary>A UUID.</summary>
    Uuid,

    /// <summary>A day, <c>2026-05-04</c>. The service states no zone, so none is taken.</summary>
    LocalDate,

    /// <summary>A day, perhaps with a time of day, <c>2026-05-04T17:30:00</c>; without a zone too.</summary>
    LocalDateTime,

    /// <summary>A field that only the service knows; sent as given.</summary>
    Any,
}
