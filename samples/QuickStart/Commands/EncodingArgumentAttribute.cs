using System.Management.Automation;
using System.Text;

namespace JobDraftsPS.QuickStart.Commands;

/// <summary>Lets <c>-Encoding</c> take PowerShell's names, any name .NET knows, and code page numbers.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EncodingArgumentAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            string name => FromName(name),
            int codePage => Encoding.GetEncoding(codePage),
            var other => other,
        };

    private static Encoding FromName(string name) => name.ToUpperInvariant() switch
    {
        "UTF8" or "UTF8BOM" or "UTF8NOBOM" => Encoding.UTF8,
        "UNICODE" => Encoding.Unicode,
        "BIGENDIANUNICODE" => Encoding.BigEndianUnicode,
        "UTF32" => Encoding.UTF32,
        _ => Encoding.GetEncoding(name),
    };
}
