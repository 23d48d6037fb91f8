using System.Collections.Concurrent;
using JobDraftsPS.Sandbox.TextKing.State;

namespace JobDraftsPS.Sandbox.TextKing;

/// <summary>The access tokens that are good, each for one customer.</summary>
internal sealed class TextKingTokens(SandboxClock clock)
{
    private const string Scheme = "Bearer ";

    private readonly ConcurrentDictionary<string, (Customer Customer, DateTimeOffset ExpiresAt)> tokens = new(StringComparer.Ordinal);

    /// <summary>Makes a token good for a customer, for ever or until a moment of the sandbox's clock.</summary>
    public void Add(string token, Customer customer, DateTimeOffset? expiresAt = null) =>
        tokens[token] = (customer, expiresAt ?? DateTimeOffset.MaxValue);

    /// <summary>The customer whose unexpired token an Authorization header carries, or null.</summary>
    public Customer? CustomerOf(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return tokens.TryGetValue(authorization.Substring(Scheme.Length).Trim(), out var entry) && clock.UtcNow < entry.ExpiresAt
            ? entry.Customer
            : null;
    }
}
