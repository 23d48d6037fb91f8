using System.Text.Json;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Reads one entry of a set; null and a problem when it cannot be taken.</summary>
internal delegate T? SorceItemReader<T>(JsonElement entry, out string problem)
    where T : class;
