using System.Collections;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>Every way in which an answer goes wrong once, in words that <c>Set-JobDraftSandbox -Fault</c> takes.</summary>
internal static class FaultTable
{
    private static readonly (string Name, bool IsHandled, Dictionary<string, object> Words)[] Rows =
    [
        ("DropAfterHandling", true, new() { ["Kind"] = "DropAfterHandling" }),
        ("DropBeforeHandling", false, new() { ["Kind"] = "DropBeforeHandling" }),
        ("HalfBody", true, new() { ["Kind"] = "HalfBody" }),
        ("TruncatedJson", true, new() { ["Kind"] = "TruncatedJson" }),
        ("EmptyBody", true, new() { ["Kind"] = "EmptyBody" }),
        ("NotJson", true, new() { ["Kind"] = "NotJson" }),
        ("ErrorInOk", false, new() { ["Kind"] = "ErrorInOk" }),
        ("Html504", false, new() { ["Kind"] = "HtmlStatus", ["Status"] = 504 }),
        ("Status500", false, new() { ["Kind"] = "Status", ["Status"] = 500 }),
        ("Status503", false, new() { ["Kind"] = "Status", ["Status"] = 503 }),
        ("Status503RetryAfter", false, new() { ["Kind"] = "Status", ["Status"] = 503, ["RetryAfterSeconds"] = 1 }),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Rows.Select(row => row.Name)];

    /// <summary>Whether the service does the work before the fault strikes.</summary>
    public static bool IsHandled(string name) => Rows.Single(row => row.Name == name).IsHandled;

    /// <summary>Whether the answer says that the work is done, so that nothing is sent again and nothing is looked up.</summary>
    public static bool SaysDone(string name) => name == "EmptyBody";

    /// <summary>The hashtables for a run in which row i meets fault i.</summary>
    public static object[] Hashtables(string method, Func<int, (string PathContains, int Skip)> meets) =>
        [.. Rows.Select(object (row, i) => new Hashtable(row.Words) { ["Method"] = method, ["PathContains"] = meets(i).PathContains, ["Skip"] = meets(i).Skip })];
}
