using System.Management.Automation;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Binding;

/// <summary>
/// Marks a parameter as a field of the job and converts what is given strictly, before PowerShell would: that would make 2150 of
/// '21,50' and 0 of an empty cell. Empty means not given.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FieldAttribute : ArgumentTransformationAttribute
{
    // A class, not the enum itself: a public or attribute type with a value of a private library would need that library before
    // the module had a chance to say where it lies.
    private readonly FieldDefinition shape;

    /// <summary>Creates the attribute.</summary>
    /// <param name="type">What the field holds.</param>
    public FieldAttribute(FieldType type)
    {
        shape = new FieldDefinition(string.Empty, type is FieldType.TextOrList ? FieldType.TextList : type);
    }

    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = PlainValue.Unwrap(inputData);
        if (FieldValues.IsNotGiven(value))
        {
            return null;
        }

        if (shape.Type == FieldType.ItemList)
        {
            // What the entries must be depends on the field, and is checked where all fields come together.
            return PlainValue.Deep(inputData) is object?[] items ? items : new[] { PlainValue.Deep(inputData) };
        }

        try
        {
            return FieldValues.Read(shape, value!);
        }
        catch (FieldValueException wrong)
        {
            throw new ArgumentTransformationMetadataException(wrong.Message + ". Nothing was sent.", wrong);
        }
    }
}
