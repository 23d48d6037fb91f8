using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>What a job must pass to be live: complete, terms accepted, card on file. The first refusal ends it.</summary>
internal sealed class SorceGates(SorceAssumptions assumptions, SorceErrors errors)
{
    /// <summary>The refusal of the first gate that is shut, or null.</summary>
    public SandboxResponse? Refuse(SorceJob job, SorceStanding standing)
    {
        foreach (var gate in assumptions.GateOrder)
        {
            var refusal = gate switch
            {
                1 => RefuseIncomplete(job),
                2 => standing.TermsAccepted ? null : errors.AgreementOutdated(),
                _ => standing.CardOnFile ? null : errors.PaymentMethodRequired(),
            };
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>The refusal of the first gate alone: every gap at once, or null.</summary>
    public SandboxResponse? RefuseIncomplete(SorceJob job)
    {
        var gaps = new SorceFieldErrors();
        Need(!SorceText.IsEmpty(job.Title, assumptions), "title", "A title is needed.");
        Need(!SorceText.IsEmpty(job.Description, assumptions), "description", "A description is needed.");
        Need(job.RemoteOption is not null, "remoteOption", $"One of {SorceText.List(SorceValues.RemoteOptions)} is needed.");
        if (job.RemoteOption == SorceValues.Remote)
        {
            Need(!SorceText.IsEmpty(job.RemoteCountry, assumptions), "remoteCountry", "A remote job needs its country.");
        }
        else if (job.RemoteOption is not null)
        {
            Need(job.Locations.Count > 0, "locations", "A job that is not remote needs at least one location. Pick it from the location search.");
        }

        Need(job.JobType is not null, "jobType", $"One of {SorceText.List(SorceValues.JobTypes)} is needed.");
        Need(job.JobLevel is not null, "jobLevel", $"One of {SorceText.List(SorceValues.JobLevels)} is needed.");
        Need(job.SalaryMin is not null, "salaryMin", "The lowest salary is needed.");
        Need(job.SalaryMax is not null, "salaryMax", "The highest salary is needed.");
        Need(!(job.SalaryMin > job.SalaryMax), assumptions.ReversedSalariesField, "salaryMin may not be above salaryMax.");
        Need(job.SalaryPeriod is not null, "salaryPeriod", $"One of {SorceText.List(SorceValues.SalaryPeriods)} is needed.");
        Need(job.BidPerQualifiedApplicantCents > 0, "bidPerQualifiedApplicantCents", "A bid above 0 cents is needed.");
        Need(
            job.Qualifications.Any(qualification => qualification.Kind == SorceValues.RequiredKind),
            "qualifications",
            $"At least one qualification of kind {SorceValues.RequiredKind} is needed.");
        return gaps.Any ? errors.Incomplete(gaps) : null;

        void Need(bool met, string field, string message)
        {
            if (!met)
            {
                gaps.Add(field, message);
            }
        }
    }
}
