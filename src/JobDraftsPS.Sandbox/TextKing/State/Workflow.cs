using System.Globalization;
using JobDraftsPS.Sandbox.TextKing.Callbacks;

namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>Every change of a project's or a job's state, and the callbacks that a change fires. The caller holds the state's gate.</summary>
internal sealed class Workflow(TextKingState state, CallbackDispatcher callbacks)
{
    /// <summary>Orders the work: active jobs become pending, inactive ones stay new.</summary>
    public void Start(Project project)
    {
        project.Number = state.NextNumber();
        project.State = ProjectStates.Running;
        for (var i = 0; i < project.Jobs.Count; i++)
        {
            var job = project.Jobs[i];
            if (IsToBeOrdered(job))
            {
                job.Number = $"{project.Number}-{(i + 1).ToString("D2", CultureInfo.InvariantCulture)}";
                Enter(job, JobStates.TranslationPending);
            }
        }
    }

    /// <summary>Why a project cannot be started, or null when it can.</summary>
    public static string? ObstacleToStart(Project project)
    {
        var ordered = project.Jobs.Where(IsToBeOrdered).ToArray();
        if (ordered.Length == 0)
        {
            return "The project has no active job to start.";
        }

        return Array.Find(ordered, job => job.Source is null) is { } bare
            ? $"The active job {bare.Id} has no document; every active job needs one before the start."
            : null;
    }

    /// <summary>Gives a prepared project up; its new jobs are canceled with it.</summary>
    public void Cancel(Project project)
    {
        project.State = ProjectStates.Canceled;
        foreach (var job in project.Jobs.Where(job => job.State == JobStates.New))
        {
            Enter(job, JobStates.Canceled);
        }
    }

    /// <summary>Puts a job into a state, fires its callbacks and finishes the project when that was the last open job.</summary>
    public void Enter(Job job, string entered)
    {
        job.State = entered;
        foreach (var callback in job.Callbacks.Where(callback => callback.TriggerState == entered))
        {
            callbacks.Fire(callback, job);
        }

        if (job.Project.State == ProjectStates.Running && IsTranslated(job) && job.Project.Jobs.TrueForAll(IsTranslated))
        {
            job.Project.State = ProjectStates.Finished;
        }
    }

    private static bool IsToBeOrdered(Job job) => job.Content.IsActive && job.State == JobStates.New;

    // T38: inactive jobs do not hold a project back.
    private static bool IsTranslated(Job job) =>
        !job.Content.IsActive || job.State is JobStates.TranslationDelivered or JobStates.Completed or JobStates.Canceled;
}
