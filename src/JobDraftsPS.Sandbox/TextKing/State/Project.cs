namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>A project: the order that holds translation jobs.</summary>
internal sealed class Project(Guid id, Customer owner, ProjectContent content)
{
    public Guid Id { get; } = id;

    public Customer Owner { get; } = owner;

    public ProjectContent Content { get; set; } = content;

    public string State { get; set; } = ProjectStates.Prepared;

    /// <summary>The order number: null until the project is started.</summary>
    public string? Number { get; set; }

    /// <summary>The jobs in the order in which they were made.</summary>
    public List<Job> Jobs { get; } = [];

    public List<LineItem> LineItems { get; } = [];

    /// <summary>Only a prepared project, and what is in it, can be changed.</summary>
    /// <exception cref="TextKingRefusal">403: the project is in another state.</exception>
    public void MustBePrepared()
    {
        if (State != ProjectStates.Prepared)
        {
            throw TextKingRefusal.Forbidden($"The project is {State}; only a prepared project can be changed.");
        }
    }
}
