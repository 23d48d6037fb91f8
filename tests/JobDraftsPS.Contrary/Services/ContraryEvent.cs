using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Services;

/// <summary>One change that a service made, in the order of all changes.</summary>
/// <param name="Service">ot, tk or so.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Id">To which job, project or callback.</param>
/// <param name="Body">What was sent.</param>
internal sealed record ContraryEvent(string Service, WriteKind Kind, string Id, string Body)
{
    public override string ToString() => $"{Service} {Kind} {Id} {Body}".TrimEnd();
}
