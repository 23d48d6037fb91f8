using JobDraftsPS.Connections;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Completion;

/// <summary>The columns of a plan's sheet: who is meant and what is done, then the fields of the service that is named, or of all.</summary>
internal sealed class PlanColumnSource : IFieldSource
{
    private static readonly string[] Leading = ["service", "jobId", "projectId", "operation", "clear"];

    public FieldSet Fields(CompletionRequest request)
    {
        var of = request.All<string>("Service").Select(ServiceRegistry.Find).FirstOrDefault();
        var fields = new List<FieldDefinition>(Leading.Select(name => new FieldDefinition(name, FieldType.Text)));
        foreach (var service in ServiceRegistry.All.Where(service => of is null || of == service))
        {
            fields.AddRange(service.PlanFields(RunspaceConnections.Current.Known(service.Id, request.Connections)));
        }

        return new FieldSet(fields.GroupBy(field => FieldSet.Key(field.Name), StringComparer.Ordinal).Select(same => same.First()));
    }
}
