using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.Plans;

/// <summary>A service whose jobs can be edited by a plan.</summary>
internal interface IPlannedService : IService
{
    /// <summary>What is made when a row creates something: the word of a question, such as "draft".</summary>
    /// <param name="inProject">True for a row that names a project.</param>
    string NewNoun(bool inProject);

    /// <summary>True where the service allows so many publications a day.</summary>
    bool CountsPublications { get; }

    /// <summary>The part of the service that plans work with.</summary>
    PlanService Plan(JobDraftConnection connection);

    /// <summary>Why a deed that is no edit cannot be undone, and what comes nearest.</summary>
    /// <param name="operation">The operation as a journal has it: Create, Publish, Close and so on.</param>
    string WhyNotUndone(string operation);

    /// <summary>True where the entries of a field get new ids when the earlier value is put back.</summary>
    bool GivesNewIds(string field);
}
