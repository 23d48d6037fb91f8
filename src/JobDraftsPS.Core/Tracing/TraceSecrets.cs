using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Tracing;

/// <summary>
/// What must not stand in a trace: the secrets of all its connections in whatever text they appear, and what an exchange itself calls a
/// secret, such as the tokens that an authorization endpoint hands out before any connection knows them.
/// </summary>
internal sealed class TraceSecrets
{
    private const string Mask = "***";
    private const string Names = "access_token|refresh_token|id_token|client_secret|password";

    private static readonly HashSet<string> SecretHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key",
    };

    private static readonly Regex InJson = new($"\"(?:{Names})\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex InForm = new($"(?:^|&)(?:{Names}|code)=([^&]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private readonly ConcurrentQueue<Credential> credentials = new();

    public void Add(Credential credential) => credentials.Enqueue(credential);

    /// <summary>A way to clean every text of one exchange.</summary>
    /// <param name="json">The bodies that may hold secrets under their names in JSON.</param>
    /// <param name="form">A body that may hold them as a form.</param>
    public Func<string, string> Cleaner(IEnumerable<string> json, string? form)
    {
        var named = json.SelectMany(text => Values(InJson, text)).Concat(form is null ? [] : Values(InForm, form)).SelectMany(Spellings).Distinct().ToArray();
        var known = credentials.Select(credential => credential.Redaction).Append(new Redaction(named)).ToArray();
        return text => known.Aggregate(text, (cleaned, redaction) => redaction.Clean(cleaned));
    }

    /// <summary>A header's value; those that exist to carry a secret are masked whole but for the scheme.</summary>
    public static string OfHeader(string name, string value) => !SecretHeaders.Contains(name)
        ? value
        : value.IndexOf(' ') is var at and > 0 && name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) ? value.Substring(0, at + 1) + Mask : Mask;

    private static IEnumerable<string> Values(Regex pattern, string text) => pattern.Matches(text).Cast<Match>().Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Spellings(string value)
    {
        var plain = JsonText.TryParse(Encoding.UTF8.GetBytes($"\"{value}\"")) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : value;
        return [value, plain, Uri.EscapeDataString(plain), Uri.UnescapeDataString(value)];
    }
}
