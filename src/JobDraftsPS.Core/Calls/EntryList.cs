using System.Text.Json;

namespace JobDraftsPS.Core.Calls;

/// <summary>What a list call gave.</summary>
/// <param name="Entries">The entries in the service's order, each as the create would have answered it.</param>
/// <param name="IsWhole">True only where the service says that this is all: what is missing from any other list may still exist.</param>
internal sealed record EntryList(IReadOnlyList<JsonElement> Entries, bool IsWhole);
