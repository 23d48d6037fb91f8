using System.Management.Automation;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Binding;

/// <summary>Refuses the name of a service that is not registered.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KnownServiceAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>True where only services that publish jobs one by one are taken.</summary>
    public bool Publishing { get; set; }

    /// <inheritdoc />
    protected override void ValidateElement(object element)
    {
        var name = PlainValue.Unwrap(element)?.ToString();
        if (ServiceRegistry.Find(name) is not { } service || (Publishing && service is not IPublishingService))
        {
            throw new ValidationMetadataException($"'{name}' is not one of {(Publishing ? ServiceRegistry.NamesOf<IPublishingService>() : ServiceRegistry.Names)}. Nothing was sent.");
        }
    }
}
