using System.Text;
using System.Text.Json;
using JobDraftsPS.Sandbox.Control;

namespace JobDraftsPS.Sandbox;

/// <summary>The control panel of a sandbox in another process.</summary>
public sealed class RemoteSandbox : ISandboxPanel, IDisposable
{
    private readonly HttpClient client = new();
    private readonly Uri control;

    /// <summary>Points at a sandbox by any of its addresses: a service's API base or the panel itself.</summary>
    /// <exception cref="ArgumentException">The address is not an http address.</exception>
    public RemoteSandbox(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttp)
        {
            throw new ArgumentException("A sandbox has an address like http://127.0.0.1:8080.", nameof(address));
        }

        control = new Uri(address, ControlEndpoint.BasePath);
    }

    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">Nobody answers at the address.</exception>
    /// <exception cref="InvalidOperationException">What answers there is no sandbox.</exception>
    public SandboxState ReadState() => Send(new HttpRequestMessage(HttpMethod.Get, control));

    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">Nobody answers at the address.</exception>
    /// <exception cref="InvalidOperationException">What answers there is no sandbox.</exception>
    public SandboxState Apply(SandboxControl control) => Send(new HttpRequestMessage(HttpMethod.Post, this.control)
    {
        Content = new StringContent(ControlJson.Write(control).ToJsonString(), Encoding.UTF8, "application/json"),
    });

    /// <summary>Closes the connection to the sandbox, which itself goes on.</summary>
    public void Dispose() => client.Dispose();

    private SandboxState Send(HttpRequestMessage request)
    {
        using (request)
        using (var response = client.SendAsync(request).ConfigureAwait(false).GetAwaiter().GetResult())
        {
            var text = response.Content.ReadAsStringAsync().ConfigureAwait(false).GetAwaiter().GetResult();
            try
            {
                using var document = JsonDocument.Parse(text);
                return response.IsSuccessStatusCode
                    ? StateJson.Read(document.RootElement)
                    : throw new ArgumentException(document.RootElement.GetProperty("error").GetString());
            }
            catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidOperationException($"What answers at {control} is no sandbox (HTTP {(int)response.StatusCode}).", other);
            }
        }
    }
}
