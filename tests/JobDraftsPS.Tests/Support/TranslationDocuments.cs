using System.Net.Http.Headers;
using System.Text;

namespace JobDraftsPS.Tests.Support;

/// <summary>Uploads by plain HTTP, for tests of what comes after an upload.</summary>
internal static class TranslationDocuments
{
    private static readonly HttpClient Client = new();

    public static void Upload(SandboxBench bench, string projectId, string jobId, string text = "one two three")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{bench.Address("TextKing").AbsoluteUri.TrimEnd('/')}/project/{projectId}/job/{jobId}/document/note.txt")
        {
            Content = new StringContent(text, Encoding.UTF8, "text/plain"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bench.Token("TextKing"));
        using var response = Client.Send(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>A project of the account whose jobs all have a document.</summary>
    /// <returns>Its id.</returns>
    public static string NewReadyProject(SandboxBench bench, string name = "Ready", params string[] targetLanguages)
    {
        var project = (string)Assert.Single(bench.Run($"New-TranslationProject '{name}'").Output).Properties["ProjectId"].Value;
        foreach (var language in targetLanguages.DefaultIfEmpty("fr"))
        {
            var job = Assert.Single(bench.Run($"New-TranslationJob {project} -Name 'Note to {language}' -SourceLanguage en -TargetLanguage {language} -Quality translation").Output);
            Upload(bench, project, (string)job.Properties["JobId"].Value);
        }

        return project;
    }
}
