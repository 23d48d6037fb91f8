namespace JobDraftsPS.Contrary.Settings;

/// <summary>How a request is told to come again, before anything is done.</summary>
internal enum PushBack
{
    Never,
    TooManyWithZero,
    TooManyWithPastDate,
    TooManyUntold,
    TooManyInBody,
    BusyWithZero,
    BusyUntold,
}
