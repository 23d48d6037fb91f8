using System.Globalization;

namespace JobDraftsPS.Sandbox.TextKing.Wire;

/// <summary>What the Accept and Accept-Language headers ask for.</summary>
internal static class Negotiation
{
    private static readonly string[] Languages = ["de", "en"];

    /// <summary>Whether JSON may be sent; without the header it may.</summary>
    public static bool AcceptsJson(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept))
        {
            return true;
        }

        // The most specific range decides, so that "application/json;q=0, */*" is a no.
        var best = -1;
        var accepted = false;
        foreach (var (range, weight) in Ranges(accept!))
        {
            var specificity = range.ToLowerInvariant() switch
            {
                "application/json" => 2,
                "application/*" => 1,
                "*/*" => 0,
                _ => -1,
            };
            if (specificity > best)
            {
                best = specificity;
                accepted = weight > 0m;
            }
            else if (specificity == best && best >= 0)
            {
                accepted |= weight > 0m;
            }
        }

        return accepted;
    }

    /// <summary>The language of localized text, <c>de</c> or <c>en</c>: the best liked of the two, else the fallback.</summary>
    public static string Language(string? acceptLanguage, string fallback)
    {
        if (string.IsNullOrWhiteSpace(acceptLanguage))
        {
            return fallback;
        }

        var chosen = fallback;
        var chosenWeight = 0m;
        foreach (var (range, weight) in Ranges(acceptLanguage!))
        {
            var primary = range == "*" ? fallback : range.Split(['-'])[0].ToLowerInvariant();
            if (weight > chosenWeight && Array.IndexOf(Languages, primary) >= 0)
            {
                chosen = primary;
                chosenWeight = weight;
            }
        }

        return chosen;
    }

    private static IEnumerable<(string Range, decimal Weight)> Ranges(string header)
    {
        foreach (var entry in header.Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split([';']);
            yield return (parts[0].Trim(), Weight(parts));
        }
    }

    private static decimal Weight(string[] parts)
    {
        foreach (var part in parts.Skip(1))
        {
            var pair = part.Split(['='], 2);
            if (pair.Length == 2
                && pair[0].Trim().Equals("q", StringComparison.OrdinalIgnoreCase)
                && decimal.TryParse(pair[1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight))
            {
                return weight;
            }
        }

        return 1m;
    }
}
