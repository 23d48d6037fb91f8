using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Completion;

/// <summary>The fields of one kind of job, as far as they are known without asking anyone.</summary>
internal interface IFieldSource
{
    /// <summary>The fields that a command line can name.</summary>
    FieldSet Fields(CompletionRequest request);
}
