namespace JobDraftsPS.Core.Plans;

/// <summary>The codes of findings.</summary>
internal static class PlanCodes
{
    /// <summary>A value does not fit its field.</summary>
    public const string BadValue = "BadValue";

    /// <summary>A column is no field of the row's service.</summary>
    public const string UnknownField = "UnknownField";

    /// <summary>The row lacks what names its job, or a field that a new job needs.</summary>
    public const string Missing = "Missing";

    /// <summary>The row's cells do not match the header, or a name stands there twice.</summary>
    public const string BadRow = "BadRow";

    /// <summary>Two rows give one field of one job two values.</summary>
    public const string Conflict = "Conflict";

    /// <summary>Two rows would make one draft: the service knows them by the same key.</summary>
    public const string Twin = "Twin";

    /// <summary>The row says nothing, or what it says is so already.</summary>
    public const string NoChange = "NoChange";

    /// <summary>The account has no such job.</summary>
    public const string NotFound = "NotFound";

    /// <summary>The job's status does not allow the operation.</summary>
    public const string WrongStatus = "WrongStatus";

    /// <summary>The job lacks fields that it needs to go live.</summary>
    public const string NotReady = "NotReady";

    /// <summary>What the start of a project would order.</summary>
    public const string Order = "Order";

    /// <summary>A value comes from a journal: the service cannot tell whether it still holds.</summary>
    public const string FromJournal = "FromJournal";

    /// <summary>What an undo cannot take back.</summary>
    public const string CannotUndo = "CannotUndo";

    /// <summary>What an undo would overwrite that was changed after the run.</summary>
    public const string ChangedSince = "ChangedSince";

    /// <summary>Entries that an undo brings back under other ids.</summary>
    public const string NewIds = "NewIds";

    /// <summary>True for what is wrong with a row whatever the services say; the rest is found out anew each time.</summary>
    public static bool IsOfContent(string code) => code is BadValue or UnknownField or Missing or BadRow or Conflict or Twin;
}
