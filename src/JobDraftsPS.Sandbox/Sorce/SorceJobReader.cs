using System.Text.Json;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Applies a body to a job: the rules that every create and edit keeps, drafts included.</summary>
internal sealed class SorceJobReader(SorceAssumptions assumptions, SorceSetReader sets)
{
    /// <summary>The job with the body's fields; of no use when <paramref name="errors"/> has any.</summary>
    public SorceJob Apply(JsonElement body, SorceJob job, SorceFieldErrors errors)
    {
        var fields = new SorceFieldReader(body, assumptions, errors);
        var result = job with
        {
            Title = fields.Text("title", job.Title) ?? "",
            Description = fields.Text("description", job.Description),
            RemoteOption = fields.Choice("remoteOption", job.RemoteOption, SorceValues.RemoteOptions),
            RemoteCountry = fields.Text("remoteCountry", job.RemoteCountry),
            JobType = fields.Choice("jobType", job.JobType, SorceValues.JobTypes),
            JobLevel = fields.Choice("jobLevel", job.JobLevel, SorceValues.JobLevels),
            SalaryMin = fields.Whole("salaryMin", job.SalaryMin),
            SalaryMax = fields.Whole("salaryMax", job.SalaryMax),
            SalaryPeriod = fields.Choice("salaryPeriod", job.SalaryPeriod, SorceValues.SalaryPeriods),
            BidPerQualifiedApplicantCents = fields.Whole("bidPerQualifiedApplicantCents", job.BidPerQualifiedApplicantCents),
            Locations = SorceSetReader.WithoutDoubles(fields.Set("locations", job.Locations, sets.Location)),
            Qualifications = sets.Ordered(fields.Set("qualifications", job.Qualifications, sets.Qualification), item => item.Order),
            Questions = sets.Ordered(fields.Set("questions", job.Questions, sets.Question), item => item.Order),
            Budgets = sets.OneAWindow(fields.Set("budgets", job.Budgets, sets.Budget), errors),
        };
        Check(result, errors);
        CheckNames(body, errors);
        return result;
    }

    /// <summary>The one field that a draft cannot be without; for a live job the first gate asks for it with all others.</summary>
    public void CheckDraft(SorceJob job, SorceFieldErrors errors)
    {
        if (assumptions.DraftsNeedTitle && SorceText.IsEmpty(job.Title, assumptions))
        {
            errors.Add("title", "A title is needed, for a draft too.");
        }
    }

    private void CheckNames(JsonElement body, SorceFieldErrors errors)
    {
        foreach (var name in body.EnumerateObject().Select(property => property.Name).Where(name => !assumptions.UnknownPropertiesAreIgnored && !SorceValues.Writable.Contains(name)))
        {
            errors.Add(name, $"{name} is no field that can be written.");
        }
    }

    private void Check(SorceJob job, SorceFieldErrors errors)
    {
        if (job.RemoteCountry is not null && SorceText.IsEmpty(job.RemoteCountry, assumptions))
        {
            errors.Add("remoteCountry", "remoteCountry must not be empty; null clears it.");
        }

        if (job.BidPerQualifiedApplicantCents < assumptions.SmallestDraftBidCents)
        {
            errors.Add("bidPerQualifiedApplicantCents", $"The bid must be at least {assumptions.SmallestDraftBidCents} cents.");
        }

        if (!assumptions.DraftsMayHaveSalariesReversed && job.SalaryMin > job.SalaryMax)
        {
            errors.Add(assumptions.ReversedSalariesField, "salaryMin may not be above salaryMax.");
        }
    }
}
