using System.Text.Json;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>A question to applicants, with whatever else was sent in it.</summary>
internal sealed record SorceQuestion(
    string Id,
    string Prompt,
    long Order,
    IReadOnlyList<string> Options,
    IReadOnlyDictionary<string, JsonElement> Unknown);
