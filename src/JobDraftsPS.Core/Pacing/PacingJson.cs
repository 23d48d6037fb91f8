using System.Text.Json.Serialization;

namespace JobDraftsPS.Core.Pacing;

/// <summary>The pacing file's JSON, generated at build: nothing is looked up by reflection at run time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PacingState))]
internal sealed partial class PacingJson : JsonSerializerContext
{
}
