using JobDraftsPS.Connections;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Completion;

/// <summary>OpenTrain's fields: what the service said that the account may send, where any command has asked already, else the documented ones.</summary>
internal sealed class DraftFieldSource : IFieldSource
{
    public FieldSet Fields(CompletionRequest request) =>
        RunspaceConnections.Current.Known(JobService.OpenTrain, request.Connections) is { } connection
            ? new OpenTrainClient(connection).KnownDraftFields
            : DraftFields.Known;
}
