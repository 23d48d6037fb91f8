using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Binding;

/// <summary>Takes the whole name of an enum's value: PowerShell would take a part of it and a number too, and bind what nobody wrote.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ExactNameAttribute(Type type) : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => PlainValue.Unwrap(inputData) switch
    {
        IEnumerable several and not string => several.Cast<object?>().Select(Read).ToArray(),
        var one => Read(one),
    };

    private object? Read(object? given) => PlainValue.Unwrap(given) switch
    {
        null => null,
        var value when type.IsInstanceOfType(value) => value,
        var other => EnumName.Find(type, other as string)
            ?? throw new ArgumentTransformationMetadataException($"'{other}' is not one of {string.Join(", ", type.GetEnumNames())}. Nothing was sent."),
    };
}
