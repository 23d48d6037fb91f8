using System.Reflection;
using System.Runtime.CompilerServices;

namespace JobDraftsPS.Tests.Formatting;

/// <summary>Builds a model with every property filled, with long values: what fits with these fits with others.</summary>
internal static class SampleRecord
{
    public const string Uuid = "0a6f7c1e-2b34-4d5e-8f90-112233445566";

    public static object Of(Type type)
    {
        // Some have no constructor that anyone may call; their values stand in the fields behind the properties.
        var sample = RuntimeHelpers.GetUninitializedObject(type);
        for (var part = type; part is not null; part = part.BaseType)
        {
            foreach (var field in part.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                var name = field.Name.TrimStart('<').Split('>')[0];
                if (part.GetProperty(name, BindingFlags.Instance | BindingFlags.Public) is not null)
                {
                    field.SetValue(sample, Value(name, field.FieldType));
                }
            }
        }

        return sample;
    }

    private static object? Value(string name, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => Text(name),
            _ when type == typeof(string[]) => new[] { $"{name} one", $"{name} two" },
            _ when type == typeof(bool) => false,
            _ when type == typeof(int) => 1234,
            _ when type == typeof(long) => 123456L,
            _ when type == typeof(double) => 100.0,
            _ when type == typeof(decimal) => 1234.56m,
            _ when type == typeof(DateTime) => new DateTime(2026, 5, 4, 17, 30, 0, DateTimeKind.Unspecified),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 5, 4, 17, 30, 0, TimeSpan.FromHours(2)),
            _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(1),
            _ when type == typeof(Uri) => new Uri("https://app.opentrain.ai/api/public/v1"),
            _ when type.IsEnum => Enum.GetValues(type).Cast<object>().MaxBy(value => value.ToString()!.Length),
            _ when type == typeof(object) => "one object",
            _ when type == typeof(object[]) => new object[] { "one", "two" },
            _ when type.IsArray => Filled(type.GetElementType()!),
            _ when type.IsAssignableFrom(typeof(Dictionary<string, object?>)) => new Dictionary<string, object?> { ["rankScore"] = 7 },
            _ when type.IsAssignableFrom(typeof(Dictionary<string, string>)) => new Dictionary<string, string> { ["OpenTrain"] = "account" },
            _ when type.IsAssignableFrom(typeof(Dictionary<string, bool>)) => new Dictionary<string, bool> { ["publish"] = true },
            _ when type.IsAssignableFrom(typeof(Dictionary<string, string[]>)) => new Dictionary<string, string[]> { ["paymentType"] = ["PAY_PER_HOUR", "FIXED_PRICE"] },
            { IsClass: true } => Of(type),
            _ => null,
        };
    }

    private static string Text(string name) => name switch
    {
        "Service" => "OpenTrain",
        "Operation" => "Publish",
        "Kind" => "REQUIRED",
        "Window" => "LIFETIME",
        "Unit" => "percent",
        "Status" => "DRAFT",
        "State" => "prepared",
        "EventType" => "PUBLISHED",
        "TriggerState" => "translation-delivered",
        "Quality" => "translation-and-correction",
        "SourceLanguage" or "TargetLanguage" or "LocalizationLanguage" => "en",
        "Code" => "de",
        "Currency" => "EUR",
        "Method" => "DELETE",
        "Facet" => "experienceLevels",
        _ when name.EndsWith("Id", StringComparison.Ordinal) => Uuid,
        _ => $"{name} in a number of words, enough for more than one line of a narrow column",
    };

    private static Array Filled(Type element)
    {
        var array = Array.CreateInstance(element, 2);
        array.SetValue(Value("Entry", element), 0);
        array.SetValue(Value("Entry", element), 1);
        return array;
    }
}
