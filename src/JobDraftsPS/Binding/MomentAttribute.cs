using System.Globalization;
using System.Management.Automation;

namespace JobDraftsPS.Binding;

/// <summary>Reads a moment strictly: PowerShell would take '03/04/2026' for the fourth of March, whatever the culture.</summary>
/// <param name="isOfThisMachine">Whether a time without a zone is this machine's, as a run's own times are; else UTC, as a service's are.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MomentAttribute(bool isOfThisMachine = false) : ArgumentTransformationAttribute
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFF zzz"];

    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => PlainValue.Unwrap(inputData) switch
    {
        null => null,
        DateTimeOffset moment => moment,
        DateTime { Kind: DateTimeKind.Unspecified } date when !isOfThisMachine => new DateTimeOffset(date, TimeSpan.Zero),
        DateTime date => new DateTimeOffset(date),
        string text when DateTimeOffset.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, isOfThisMachine ? DateTimeStyles.AssumeLocal : DateTimeStyles.AssumeUniversal, out var moment) => moment,
        var other => throw new ArgumentTransformationMetadataException($"'{other}' is no time; write it as 2026-06-10T11:02:00Z. Nothing was sent."),
    };
}
