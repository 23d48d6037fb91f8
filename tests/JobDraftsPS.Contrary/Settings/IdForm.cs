namespace JobDraftsPS.Contrary.Settings;

/// <summary>What ids look like where no page says it.</summary>
internal enum IdForm
{
    Short,
    Digits,
    DigitsAndX,
    Uuid,
    LongOpaque,
    Escaped,
}
