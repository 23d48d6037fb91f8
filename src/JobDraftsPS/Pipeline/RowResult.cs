using JobDraftsPS.Binding;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Pipeline;

/// <summary>What became of one row. A worker fills it in; the pipeline thread reads it afterwards.</summary>
internal sealed class RowResult(Row row, string target)
{
    public Row Row { get; } = row;

    public string Target { get; } = target;

    public CallLog Log { get; } = new();

    public object? Record { get; set; }

    public JobDraftsApiException? Error { get; set; }
}
