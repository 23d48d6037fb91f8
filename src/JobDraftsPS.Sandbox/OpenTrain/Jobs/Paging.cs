using System.Globalization;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.OpenTrain.Jobs;

/// <summary>Cursor paging, newest job first: a cursor names the last job that the page before showed.</summary>
internal sealed class Paging
{
    private const int Largest = 100;
    private const string CursorMark = "after-";

    private readonly int limit;
    private readonly int before;

    /// <exception cref="OpenTrainRefusal">400: a limit that is no number of 1 or more, or a cursor that no page gave.</exception>
    public Paging(SandboxRequest request, int defaultLimit, OpenTrainAssumptions assumptions)
    {
        limit = Limit(request.QueryValue("limit"), defaultLimit, assumptions.ClampsLimit ? decimal.MaxValue : Largest);
        before = Cursor(request.QueryValue("cursor"));
    }

    /// <summary>Takes one page of the jobs that fit, which come in the order of creation.</summary>
    public (IReadOnlyList<OpenTrainJob> Page, string? NextCursor) Take(IReadOnlyList<OpenTrainJob> jobs, Func<OpenTrainJob, bool> fits)
    {
        var page = new List<OpenTrainJob>();
        for (var i = jobs.Count - 1; i >= 0; i--)
        {
            if (jobs[i].Sequence >= before || !fits(jobs[i]))
            {
                continue;
            }

            if (page.Count == limit)
            {
                // One more than the page holds: only then is there a next page.
                return (page, Encode(page[page.Count - 1].Sequence));
            }

            page.Add(jobs[i]);
        }

        return (page, null);
    }

    private static int Limit(string? text, int defaultLimit, decimal largest)
    {
        if (text is null)
        {
            return defaultLimit;
        }

        return decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= largest
            ? (int)Math.Min(number, Largest)
            : throw OpenTrainRefusal.BadRequest($"limit has to be a whole number from 1 to {Largest}.", new JsonObject { ["field"] = "limit" });
    }

    private static int Cursor(string? text)
    {
        if (text is null)
        {
            return int.MaxValue;
        }

        return Decode(text) ?? throw OpenTrainRefusal.BadRequest("cursor is none that a page gave.", new JsonObject { ["field"] = "cursor" });
    }

    private static string Encode(int sequence) => Convert.ToBase64String(
        System.Text.Encoding.ASCII.GetBytes(CursorMark + sequence.ToString(CultureInfo.InvariantCulture))).TrimEnd('=');

    private static int? Decode(string text)
    {
        try
        {
            var padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
            var plain = System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(padded));
            var number = plain.StartsWith(CursorMark, StringComparison.Ordinal) ? plain.Substring(CursorMark.Length) : string.Empty;
            return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
