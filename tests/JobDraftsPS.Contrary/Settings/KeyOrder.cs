namespace JobDraftsPS.Contrary.Settings;

/// <summary>In which order the members of an object come.</summary>
internal enum KeyOrder
{
    AsDocumented,
    Reversed,
    Sorted,
    Shuffled,
}
