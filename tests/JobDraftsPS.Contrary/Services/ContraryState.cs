using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Settings;
using JobDraftsPS.Contrary.Wire;

namespace JobDraftsPS.Contrary.Services;

/// <summary>What the three services hold, and every change in its order. All of it is read and written under one lock.</summary>
internal sealed class ContraryState(ContrarySettings settings)
{
    /// <summary>An id that no job has.</summary>
    public const string NobodysId = "00000000-0000-4000-8000-00000000dead";

    private readonly List<ContraryEvent> events = [];
    private readonly Random dice = new(settings.Seed);
    private int made;

    /// <summary>The lock.</summary>
    public object Gate { get; } = new();

    public IReadOnlyList<ContraryEvent> Events
    {
        get
        {
            lock (Gate)
            {
                return [.. events];
            }
        }
    }

    public void Add(string service, WriteKind kind, string id, WireRequest request) =>
        events.Add(new ContraryEvent(service, kind, id, kind == WriteKind.Upload ? string.Empty : Encoding.UTF8.GetString(request.Body)));

    /// <summary>An id of the form that the settings say.</summary>
    public string NewId()
    {
        var number = ++made;
        return settings.Ids switch
        {
            IdForm.Digits => string.Create(CultureInfo.InvariantCulture, $"{1_000_000 + number}"),
            IdForm.DigitsAndX => string.Create(CultureInfo.InvariantCulture, $"17{number:00000}x{dice.Next(100_000, 999_999)}"),
            IdForm.Uuid => NewUuid(),
            IdForm.LongOpaque => string.Create(CultureInfo.InvariantCulture, $"{number:x4}").PadLeft(64, 'Z'),
            IdForm.Escaped => string.Create(CultureInfo.InvariantCulture, $"a b+c%2F~{number}.é"),
            _ => string.Create(CultureInfo.InvariantCulture, $"j{number}"),
        };
    }

    public string NewUuid()
    {
        var bytes = new byte[16];
        dice.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0f) | 0x40);
        var text = new Guid(bytes).ToString();
        return settings.Ids == IdForm.Escaped ? text.ToUpperInvariant() : text;
    }

    /// <summary>A moment, later each time.</summary>
    public string Moment() => new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc).AddSeconds(made + events.Count).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>The same as if it had come over the wire: numbers are read as any kind.</summary>
    public static JsonObject AsSent(JsonObject made) => (JsonObject)JsonNode.Parse(made.ToJsonString())!;

    /// <summary>Puts the members of one object over those of another.</summary>
    public static void Merge(JsonObject target, JsonObject source, params string[] except)
    {
        foreach (var (key, value) in source)
        {
            if (!except.Contains(key))
            {
                target[key] = value?.DeepClone();
            }
        }
    }
}
