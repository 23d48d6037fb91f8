using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Core.Authorization;

/// <summary>
/// One sign-in in a browser: gives the address to open, and waits on this machine for the code that comes back. What comes back without
/// the very <c>state</c> that was sent is refused.
/// </summary>
public sealed class BrowserSignIn : IDisposable
{
    private const int MaxRequestBytes = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TcpListener listener;
    private readonly string state = NewState();
    private readonly string path;

    /// <summary>Begins to listen.</summary>
    /// <param name="clientId">The app's id.</param>
    /// <param name="authorization">The base of the authorization endpoints.</param>
    /// <param name="redirect">Where the code shall come back to, on this machine; null for a free port.</param>
    /// <exception cref="JobDraftsApiException">The address cannot be listened on.</exception>
    public BrowserSignIn(string clientId, Uri authorization, Uri? redirect)
    {
        redirect ??= new Uri("http://127.0.0.1:0/");
        if (!redirect.IsAbsoluteUri || redirect.Scheme != Uri.UriSchemeHttp || !redirect.IsLoopback || redirect.Fragment.Length > 0)
        {
            throw OAuthErrors.CannotListen(redirect, "only an http address of this machine, such as http://127.0.0.1:8400/, can be listened on");
        }

        listener = new TcpListener(redirect.HostNameType == UriHostNameType.IPv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback, redirect.Port);
        try
        {
            listener.Start();
        }
        catch (SocketException taken)
        {
            throw OAuthErrors.CannotListen(redirect, taken.Message);
        }

        path = redirect.AbsolutePath;
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        // The service compares it as text with what is registered, so it goes out as it was written.
        RedirectUri = redirect.Port == port ? redirect.OriginalString : new UriBuilder(redirect) { Port = port }.Uri.AbsoluteUri;
        Address = new Uri($"{authorization.AbsoluteUri.TrimEnd('/')}/authorize?response_type=code&client_id={Uri.EscapeDataString(clientId)}&redirect_uri={Uri.EscapeDataString(RedirectUri)}&state={state}");
    }

    /// <summary>What the user opens.</summary>
    public Uri Address { get; }

    /// <summary>Where the code comes back to; the exchange names it again.</summary>
    public string RedirectUri { get; }

    /// <summary>Waits for the code.</summary>
    /// <exception cref="JobDraftsApiException">Something else came back.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public async Task<string> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var stopping = cancellationToken.Register(listener.Stop);
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync().ConfigureAwait(false);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }

            using (client)
            {
                if (await AnswerAsync(client, cancellationToken).ConfigureAwait(false) is { } code)
                {
                    return code;
                }
            }
        }
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => listener.Stop();

    /// <summary>The code; null for a request that was none of ours, such as a browser's for an icon.</summary>
    private async Task<string?> AnswerAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var closing = patience.Token.Register(client.Dispose);
        try
        {
            var stream = client.GetStream();
            var target = (await ReadLineAsync(stream).ConfigureAwait(false)).Split(' ') is ["GET", var found, ..] ? found : null;
            if (target is null || target.Split('?')[0] != path)
            {
                await WriteAsync(stream, "404 Not Found", "There is nothing here.").ConfigureAwait(false);
                return null;
            }

            return await JudgeAsync(stream, Query(target)).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    private async Task<string?> JudgeAsync(NetworkStream stream, Dictionary<string, string> query)
    {
        query.TryGetValue("state", out var came);
        if (!string.Equals(came, state, StringComparison.Ordinal))
        {
            await WriteAsync(stream, "400 Bad Request", "This answers no sign-in of this session. Nothing was signed in.").ConfigureAwait(false);
            throw OAuthErrors.WrongState();
        }

        if (query.TryGetValue("code", out var code) && code.Length > 0)
        {
            await WriteAsync(stream, "200 OK", "You are signed in. This page can be closed.").ConfigureAwait(false);
            return code;
        }

        await WriteAsync(stream, "400 Bad Request", "You are not signed in. This page can be closed.").ConfigureAwait(false);
        throw OAuthErrors.Denied(query.TryGetValue("error", out var error) ? error : "no code");
    }

    private static async Task<string> ReadLineAsync(NetworkStream stream)
    {
        var head = new MemoryStream();
        var chunk = new byte[1024];
        while (head.Length < MaxRequestBytes)
        {
            var read = await stream.ReadAsync(chunk, 0, chunk.Length).ConfigureAwait(false);
            head.Write(chunk, 0, read);
            var text = Encoding.ASCII.GetString(head.ToArray());

            // The whole head is read before the answer, or closing would cut the answer off.
            if (read == 0 || text.Contains("\r\n\r\n"))
            {
                return text.Split('\r')[0];
            }
        }

        return string.Empty;
    }

    private static async Task WriteAsync(NetworkStream stream, string status, string text)
    {
        var body = Encoding.UTF8.GetBytes($"<!doctype html><title>JobDraftsPS</title><p>{text}</p>");
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(head, 0, head.Length).ConfigureAwait(false);
        await stream.WriteAsync(body, 0, body.Length).ConfigureAwait(false);
    }

    private static Dictionary<string, string> Query(string target)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        var mark = target.IndexOf('?');
        foreach (var pair in mark < 0 ? [] : target.Substring(mark + 1).Split('&'))
        {
            var parts = pair.Split(['='], 2);
            query[WebUtility.UrlDecode(parts[0])] = parts.Length == 2 ? WebUtility.UrlDecode(parts[1]) : string.Empty;
        }

        return query;
    }

    private static string NewState()
    {
        var random = new byte[32];
        using var source = RandomNumberGenerator.Create();
        source.GetBytes(random);
        return Convert.ToBase64String(random).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
