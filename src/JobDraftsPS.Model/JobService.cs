namespace JobDraftsPS;

/// <summary>The services that this module speaks to.</summary>
public enum JobService : long
{
    /// <summary>OpenTrain, a marketplace for data labelling.</summary>
    OpenTrain,

    /// <summary>TEXTKING, translation jobs inside projects.</summary>
    TextKing,

    /// <summary>Sorce, job listings.</summary>
    Sorce,
}
