namespace JobDraftsPS.Core.Http;

/// <summary>Takes a secret out of any text that comes back from a service, in case the service repeats it.</summary>
internal sealed class Redaction(params string?[] secrets)
{
    private const string Mask = "***";
    private readonly string[] secrets = secrets.Where(secret => secret is { Length: > 3 }).Select(secret => secret!).ToArray();

    public string Clean(string text)
    {
        foreach (var secret in secrets)
        {
            text = text.Replace(secret, Mask);
        }

        return text;
    }

    /// <summary>The same for the bytes of an answer; untouched unless a secret is in them.</summary>
    public byte[] Clean(byte[] body)
    {
        if (body.Length == 0 || secrets.Length == 0)
        {
            return body;
        }

        foreach (var secret in secrets)
        {
            if (Contains(body, secret))
            {
                return System.Text.Encoding.UTF8.GetBytes(Clean(System.Text.Encoding.UTF8.GetString(body)));
            }
        }

        return body;
    }

    private static bool Contains(byte[] body, string secret) =>
        ((ReadOnlySpan<byte>)body).IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)) >= 0;
}
