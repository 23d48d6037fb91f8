using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Journal;

/// <summary>What a row is known by in a journal: a hash of service, operation, target and content.</summary>
internal static class RowIdentity
{
    public static string Of(JobWrite call)
    {
        using var hash = SHA256.Create();
        var text = string.Join("\n", call.Service, call.Operation, call.ProjectId?.ToUpperInvariant(), call.Identity, Canonical(call.Content));
        return string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(16).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>A hashtable gives its members in another order in every process, and is the same work all the same.</summary>
    private static string Canonical(string json) => JsonText.TryParse(Encoding.UTF8.GetBytes(json)) is { ValueKind: JsonValueKind.Object } body
        ? PlainJson.WriteCanonical(PlainJson.ReadObject(body))
        : json;
}
