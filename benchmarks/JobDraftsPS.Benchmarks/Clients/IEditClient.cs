namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>One way to send draft edits.</summary>
internal interface IEditClient : IDisposable
{
    /// <summary>Sends the edits 1 to <paramref name="count"/> and ends when the last is answered.</summary>
    Task SendAsync(int count);
}
