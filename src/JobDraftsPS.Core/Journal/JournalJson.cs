using System.Text.Json.Serialization;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Journal;

/// <summary>
/// The journal's JSON, generated at build. A member that no line has is damage, or a later version's; passed over, it could make a row that
/// was sent one to do. A service's answer lies one level deeper here than where it came.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    MaxDepth = Depth)]
[JsonSerializable(typeof(JournalLine))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    /// <summary>How deep a line may go.</summary>
    public const int Depth = JsonText.MaxDepth + 1;
}
