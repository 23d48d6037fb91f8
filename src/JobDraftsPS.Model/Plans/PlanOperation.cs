namespace JobDraftsPS;

/// <summary>What a row of a plan does to its job.</summary>
public enum PlanOperation : long
{
    /// <summary>Writes fields of a job that exists.</summary>
    Update,

    /// <summary>Makes a draft; of TEXTKING a job, or a project where the row names none.</summary>
    Create,

    /// <summary>Takes a draft live; of TEXTKING starts the project, which is a billed order.</summary>
    Publish,

    /// <summary>Ends a job for good; of TEXTKING cancels the project.</summary>
    Close,
}
