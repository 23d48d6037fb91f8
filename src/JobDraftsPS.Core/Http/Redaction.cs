using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JobDraftsPS.Core.Http;

/// <summary>Takes a secret out of any text that comes back from a service, in case the service repeats it.</summary>
internal sealed class Redaction
{
    private const string Mask = "***";
    private readonly string[] known;
    private readonly byte[][] plain;
    private readonly Regex? anyForm;

    public Redaction(params string?[] secrets)
    {
        known = secrets.Where(secret => secret is { Length: > 3 }).Select(secret => secret!).ToArray();
        plain = known.Select(Encoding.UTF8.GetBytes).ToArray();
        anyForm = known.Length == 0 ? null : new Regex(string.Join("|", known.Select(secret => string.Concat(secret.Select(AnyForm)))), RegexOptions.CultureInvariant);
    }

    public string Clean(string text) => MayHold(text) ? anyForm!.Replace(text, Mask) : text;

    /// <summary>The same for the bytes of an answer; untouched unless a secret is in them.</summary>
    public byte[] Clean(byte[] body) => MayHold(body) ? Encoding.UTF8.GetBytes(Clean(Encoding.UTF8.GetString(body))) : body;

    /// <summary>Cheap for what nearly every answer is: no secret as it stands, and no backslash that could hide one.</summary>
    private bool MayHold(byte[] body)
    {
        var bytes = (ReadOnlySpan<byte>)body;
        foreach (var secret in plain)
        {
            if (bytes.IndexOf(secret) >= 0)
            {
                return true;
            }
        }

        return anyForm is not null && bytes.IndexOf((byte)'\\') >= 0 && anyForm.IsMatch(Encoding.UTF8.GetString(body));
    }

    private bool MayHold(string text) => anyForm is not null && (text.IndexOf('\\') >= 0 || Array.Exists(known, secret => text.IndexOf(secret, StringComparison.Ordinal) >= 0));

    /// <summary>In JSON any letter may be written as an escape, and several servers write '/' and '+' so.</summary>
    private static string AnyForm(char letter)
    {
        var digits = ((int)letter).ToString("x4", CultureInfo.InvariantCulture).Select(digit => char.IsLetter(digit) ? $"[{digit}{char.ToUpperInvariant(digit)}]" : digit.ToString());
        var backslash = letter is '/' or '"' or '\\' ? @"\\?" : string.Empty;
        return $@"(?:{backslash}{Regex.Escape(letter.ToString())}|\\u{string.Concat(digits)})";
    }
}
