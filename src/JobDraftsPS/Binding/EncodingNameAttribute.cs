using System.Management.Automation;
using System.Text;

namespace JobDraftsPS.Binding;

/// <summary>Takes an encoding as <c>Import-Csv</c> does: by its name, as an object, or by the number of its code page.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EncodingNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => PlainValue.Unwrap(inputData) switch
    {
        Encoding encoding => encoding.WebName,
        int page => NameOf(page),
        var other => other,
    };

    private static string NameOf(int page)
    {
        try
        {
            return Encoding.GetEncoding(page).WebName;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            throw new ArgumentTransformationMetadataException($"There is no encoding with the number {page}. Nothing was sent.");
        }
    }
}
