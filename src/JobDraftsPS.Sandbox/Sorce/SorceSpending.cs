namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Spend against caps: each window begins anew by the UTC calendar, and a job whose cap is reached is not shown until then.</summary>
internal static class SorceSpending
{
    /// <summary>When the window began that a moment lies in.</summary>
    public static DateTimeOffset Began(string window, DateTimeOffset now)
    {
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return window switch
        {
            "DAILY" => day,
            "WEEKLY" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            "MONTHLY" => day.AddDays(1 - day.Day),
            _ => DateTimeOffset.MinValue,
        };
    }

    /// <summary>What a job has spent in the window that a moment lies in, in cents.</summary>
    public static long Spent(SorceJob job, string window, DateTimeOffset now)
    {
        var began = Began(window, now);
        return job.Charges.Where(charge => charge.At >= began).Sum(charge => charge.Cents);
    }

    /// <summary>Whether candidates see the job: it is active and below every cap. Its status stays what it is.</summary>
    public static bool IsShown(SorceJob job, DateTimeOffset now) =>
        job.Status == SorceValues.Active && job.Budgets.All(budget => Spent(job, budget.Window, now) < budget.BudgetCents);

    /// <summary>The job with an application. One that comes while the job is not shown is delivered and costs nothing.</summary>
    public static SorceJob Apply(SorceJob job, SorceApplication state, DateTimeOffset now)
    {
        var charged = IsShown(job, now) ? job with { Charges = [.. job.Charges, new SorceCharge(now, job.BidPerQualifiedApplicantCents ?? 0)] } : job;
        return charged.With(state);
    }
}
