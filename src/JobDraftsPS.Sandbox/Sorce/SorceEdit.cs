using System.Text.Json;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>One PATCH: the whole body takes effect, or nothing of it.</summary>
internal sealed class SorceEdit(
    JsonElement body,
    SorceAssumptions assumptions,
    SorceErrors errors,
    SorceLifecycle lifecycle,
    SorceGates gates,
    SorceJobReader reader)
{
    public SorceOutcome Apply(SorceJob job, SorceStanding standing)
    {
        if (!SorceLifecycle.IsEditable(job.Status))
        {
            return SorceOutcome.Refused(errors.JobNotEditable(job.Status));
        }

        // The sets' presence is enough: an unchanged copy of them is refused too.
        var hasLocked = job.IsFrozen && (Has("qualifications") || Has("questions"));
        if (hasLocked && assumptions.FrozenPresenceIsRefused)
        {
            return SorceOutcome.Refused(errors.JobFrozen());
        }

        var faults = new SorceFieldErrors();
        var edited = reader.Apply(body, job, faults);
        if (hasLocked && !faults.Any && !SaysTheSame(job, edited))
        {
            return SorceOutcome.Refused(errors.JobFrozen());
        }

        CheckBody(faults);
        var mustBeComplete = lifecycle.MustStayComplete(job.Status);
        if (!mustBeComplete)
        {
            reader.CheckDraft(edited, faults);
        }

        if (faults.Any)
        {
            return SorceOutcome.Refused(errors.Invalid(faults));
        }

        var refusal = !mustBeComplete ? null
            : assumptions.EditRunsAllGates ? gates.Refuse(edited, standing)
            : gates.RefuseIncomplete(edited);
        return refusal is null ? SorceOutcome.Done(edited) : SorceOutcome.Refused(refusal);
    }

    private static bool SaysTheSame(SorceJob job, SorceJob edited) =>
        job.Qualifications.Select(item => (item.Text, item.Kind)).SequenceEqual(edited.Qualifications.Select(item => (item.Text, item.Kind)))
        && job.Questions.Select(item => item.Prompt).SequenceEqual(edited.Questions.Select(item => item.Prompt));

    private void CheckBody(SorceFieldErrors faults)
    {
        if (!assumptions.PublishInEditIsIgnored && Has("publish"))
        {
            faults.Add("publish", "publish is no field of an edit; publish the job with its own call.");
        }

        if (!assumptions.EmptyEditIsAccepted && !body.EnumerateObject().Any())
        {
            faults.Add("body", "An edit needs at least one field.");
        }
    }

    private bool Has(string name) => body.TryGetProperty(name, out _);
}
