namespace JobDraftsPS.Sandbox.TextKing.Wire;

/// <summary>The absolute addresses of all resources, built from the address that the client used.</summary>
internal sealed class ResourceUris(string root)
{
    public string Projects => $"{root}/projects";

    public string Topics => $"{root}/topics";

    public string SourceLanguages => $"{root}/languages/source";

    public string TargetLanguages => $"{root}/languages/target";

    public string Addresses => $"{root}/account/addresses";

    public string Project(Guid project) => $"{root}/project/{project}";

    public string LineItems(Guid project) => $"{Project(project)}/line-items";

    public string Jobs(Guid project) => $"{Project(project)}/jobs";

    public string Job(Guid project, Guid job) => $"{Project(project)}/job/{job}";

    public string Document(Guid project, Guid job) => $"{Job(project, job)}/document";

    public string Translation(Guid project, Guid job) => $"{Job(project, job)}/translation";

    public string Callbacks(Guid project, Guid job) => $"{Job(project, job)}/callbacks";

    public string Callback(Guid project, Guid job, Guid callback) => $"{Job(project, job)}/callback/{callback}";

    public string Topic(Guid topic) => $"{root}/topic/{topic}";

    public string Language(string code) => $"{root}/language/{code}";

    public string Address(Guid address) => $"{root}/account/address/{address}";
}
