using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.TextKing;

/// <summary>The fields of a callback.</summary>
public static class CallbackFields
{
    private static readonly string[] Required = ["url", "trigger_state"];

    /// <summary>The states of a job that can set a callback off: all but <c>new</c>.</summary>
    public static IReadOnlyList<string> Triggers { get; } = ["translation-pending", "translation-delivered", "revision-requested", "completed", "canceled"];

    /// <summary>The documented fields.</summary>
    public static FieldSet Known { get; } = new(
    [
        new("url", FieldType.Text, canClear: false),
        new("trigger_state", FieldType.Choice, Triggers, canClear: false),
        new("extra_data", FieldType.Text),
    ]);

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="changes">The fields.</param>
    /// <param name="isNew">True when no field can stay as it is.</param>
    /// <exception cref="JobDraftsApiException">A field is missing or wrong; nothing was sent.</exception>
    internal static void RequireSendable(IReadOnlyList<FieldChange> changes, bool isNew)
    {
        var missing = Required.Where(name => isNew && changes.All(change => change.Field != name)).ToArray();
        if (missing.Length > 0)
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"A new callback needs {string.Join(" and ", missing)}.", $"Give {string.Join(" and ", Required)}.");
        }

        if (changes.FirstOrDefault(change => change.Field == "url")?.Value is string url
            && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)))
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"'{url}' is no address that can be called: an absolute http or https one is needed.");
        }
    }
}
