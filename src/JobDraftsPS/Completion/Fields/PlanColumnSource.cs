using JobDraftsPS.Binding;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Completion;

/// <summary>The columns of a plan's sheet: who is meant and what is done, then the fields of the service that is named, or of all.</summary>
internal sealed class PlanColumnSource : IFieldSource
{
    private static readonly string[] Leading = ["service", "jobId", "projectId", "operation", "clear"];

    public FieldSet Fields(CompletionRequest request)
    {
        var of = request.All<string>("Service").Select(ServiceName.Find).FirstOrDefault();
        var fields = new List<FieldDefinition>(Leading.Select(name => new FieldDefinition(name, FieldType.Text)));
        Add(JobService.OpenTrain, new DraftFieldSource());
        Add(JobService.TextKing, new TranslationJobFieldSource());
        Add(JobService.TextKing, new TranslationProjectFieldSource());
        Add(JobService.Sorce, new ListingFieldSource());
        return new FieldSet(fields.GroupBy(field => FieldSet.Key(field.Name), StringComparer.Ordinal).Select(same => same.First()));

        void Add(JobService service, IFieldSource source)
        {
            if (of is null || of == service)
            {
                fields.AddRange(source.Fields(request).Fields);
            }
        }
    }
}
