using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Binding;

/// <summary>Takes services by their names, in any case: also one that the enumeration of this module's own has no name for.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ServiceNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => PlainValue.Unwrap(inputData) switch
    {
        IEnumerable several and not string => several.Cast<object?>().Select(Read).ToArray(),
        var one => Read(one),
    };

    private static object? Read(object? given) => PlainValue.Unwrap(given) switch
    {
        null => null,
        JobService service => service,
        var other => ServiceRegistry.Find(other as string)?.Id ?? throw new ArgumentTransformationMetadataException($"'{other}' is not one of {ServiceRegistry.Names}. Nothing was sent."),
    };
}
