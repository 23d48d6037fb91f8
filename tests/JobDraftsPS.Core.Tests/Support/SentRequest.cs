namespace JobDraftsPS.Core.Tests.Support;

/// <summary>One request that left, as the network saw it.</summary>
/// <param name="Number">Its place among all, from 1.</param>
/// <param name="Message">The request itself: each attempt has one of its own.</param>
/// <param name="Body">Its body as text.</param>
/// <param name="At">When it left, by the test's clock.</param>
internal sealed record SentRequest(int Number, HttpRequestMessage Message, string Body, DateTimeOffset At)
{
    public string Method => Message.Method.Method;

    public string Path => Message.RequestUri!.AbsolutePath;

    public bool IsWrite => Method != "GET";
}
