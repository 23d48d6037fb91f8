namespace JobDraftsPS.Core.Fields;

/// <summary>A value that does not fit its field; the message says which forms do.</summary>
public sealed class FieldValueException : Exception
{
    /// <summary>Creates the exception.</summary>
    public FieldValueException(string message)
        : base(message)
    {
    }
}
