using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using JobDraftsPS.Core.Json;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.Plans;

/// <summary>
/// Names a plan by what it does: accounts, rows, operations, targets, fields and new values. The time and the present values are left
/// out, so that the same work planned on another day has the same name and finds its journal.
/// </summary>
public static class PlanHash
{
    /// <summary>The hash of a plan's content.</summary>
    public static string Of(JobDraftPlan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var buffer = new MemoryStream();
        using var writer = new Utf8JsonWriter(buffer, JsonText.WriterOptions);
        foreach (var account in plan.Accounts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Append(hash, buffer, writer, () =>
            {
                writer.WriteStringValue(account.Key);
                writer.WriteStringValue(account.Value);
            });
        }

        if (plan.PublishShare is { } share)
        {
            Append(hash, buffer, writer, () => writer.WriteNumberValue(share));
        }

        foreach (var row in plan.Rows)
        {
            Append(hash, buffer, writer, () => Write(writer, row));
        }

        // A row that cannot be applied must not become one that can because its error was taken out.
        foreach (var finding in plan.Findings.Where(finding => finding.Severity == PlanSeverity.Error && PlanCodes.IsOfContent(finding.Code)))
        {
            Append(hash, buffer, writer, () =>
            {
                writer.WriteNumberValue(finding.Row ?? 0);
                writer.WriteStringValue(finding.Code);
            });
        }

        return string.Concat(hash.GetHashAndReset().Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static void Append(IncrementalHash hash, MemoryStream buffer, Utf8JsonWriter writer, Action write)
    {
        writer.WriteStartArray();
        write();
        writer.WriteEndArray();
        writer.Flush();
        hash.AppendData(buffer.GetBuffer(), 0, (int)buffer.Length);
        buffer.SetLength(0);
        writer.Reset();
    }

    private static void Write(Utf8JsonWriter writer, PlanRow row)
    {
        writer.WriteNumberValue(row.Row);
        writer.WriteStringValue(ServiceRegistry.NameOf(row.Service));
        writer.WriteStringValue(row.Operation.ToString());
        writer.WriteStringValue(row.ProjectId);
        writer.WriteStringValue(row.JobId);
        foreach (var change in row.Changes)
        {
            writer.WriteStringValue(change.Field);
            PlanValues.WriteCanonical(writer, change.To);
        }
    }
}
