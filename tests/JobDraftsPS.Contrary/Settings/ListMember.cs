namespace JobDraftsPS.Contrary.Settings;

/// <summary>Where the Sorce list has its entries: no page says it.</summary>
internal enum ListMember
{
    Items,
    Jobs,
    Data,
    Results,

    /// <summary>The answer is the array.</summary>
    Bare,
}
