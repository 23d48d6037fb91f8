using System.Globalization;

namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>All projects and jobs. Whoever reads or writes holds <see cref="Gate"/>.</summary>
internal sealed class TextKingState
{
    private readonly Dictionary<Guid, Project> projects = [];
    private readonly Dictionary<Guid, Job> jobs = [];
    private int lastNumber;

    /// <summary>The one lock over everything that can change.</summary>
    public object Gate { get; } = new();

    /// <summary>A customer's own project.</summary>
    /// <exception cref="TextKingRefusal">404: unknown, deleted, or another customer's.</exception>
    public Project Project(Customer customer, Guid id) =>
        projects.TryGetValue(id, out var project) && project.Owner == customer
            ? project
            : throw TextKingRefusal.NotFound($"There is no project {id}.");

    /// <summary>A job of a customer's own project.</summary>
    /// <exception cref="TextKingRefusal">404: the project or the job is unknown, or the job is in another project.</exception>
    public Job Job(Customer customer, Guid projectId, Guid id)
    {
        var project = Project(customer, projectId);
        return FindJob(id) is { } job && job.Project == project
            ? job
            : throw TextKingRefusal.NotFound($"There is no job {id} in project {projectId}.");
    }

    /// <summary>Any customer's job, or null.</summary>
    public Job? FindJob(Guid id) => jobs.TryGetValue(id, out var job) ? job : null;

    public void Add(Project project)
    {
        projects.Add(project.Id, project);
        project.Owner.Projects.Add(project);
    }

    public void Add(Job job)
    {
        jobs.Add(job.Id, job);
        job.Project.Jobs.Add(job);
    }

    /// <summary>Removes a project and its jobs.</summary>
    public void Remove(Project project)
    {
        foreach (var job in project.Jobs)
        {
            jobs.Remove(job.Id);
        }

        projects.Remove(project.Id);
        project.Owner.Projects.Remove(project);
    }

    public void Remove(Job job)
    {
        jobs.Remove(job.Id);
        job.Project.Jobs.Remove(job);
    }

    /// <summary>The next order number: two letters and seven digits.</summary>
    public string NextNumber() => "TK" + (++lastNumber).ToString("D7", CultureInfo.InvariantCulture);
}
