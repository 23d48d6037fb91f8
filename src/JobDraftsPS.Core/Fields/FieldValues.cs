using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace JobDraftsPS.Core.Fields;

/// <summary>
/// The one conversion of given values to a field's type, for cells, properties and parameters alike. It is strict where
/// PowerShell's own is generous: that one makes 2150 of '21,50', 5 of '4.6', 1024 of '1kb' and true of 'false'.
/// </summary>
public static class FieldValues
{
    private static readonly Regex PlainNumber = new(@"^-?[0-9]+(\.[0-9]+)?$", RegexOptions.CultureInvariant);
    private static readonly Regex TypeName = new(@"^System(\.[A-Za-z_][A-Za-z0-9_+]*)+(`[0-9]+)?(\[.*\])?$", RegexOptions.CultureInvariant);

    /// <summary>True for what means "not given": null and the empty text.</summary>
    public static bool IsNotGiven(object? value) => value is null or string { Length: 0 };

    /// <summary>Converts a value that was given.</summary>
    /// <exception cref="FieldValueException">The value does not fit the field.</exception>
    public static object Read(FieldDefinition field, object value) => field.Type switch
    {
        FieldType.Text => Text(value),
        FieldType.Number => Bounded(field, Number(value)),
        FieldType.Whole => Whole(field, value),
        FieldType.Flag => Flag(value),
        FieldType.Choice => Allowed(field, Text(value).Trim()),
        FieldType.TextList => TextList(value).Select(entry => Allowed(field, entry)).ToArray(),
        FieldType.TextOrList => TextOrList(field, value),
        FieldType.ItemList => ItemLists.Read(field, value),
        FieldType.Uuid => Uuid(value),
        FieldType.LocalDate => LocalDates.Read(value, mayHaveTime: false),
        FieldType.LocalDateTime => LocalDates.Read(value, mayHaveTime: true),
        // What JSON has no type for goes out as the text that it is everywhere else.
        _ => value is string or char or Guid or Uri or DateTime ? Text(value) : value,
    };

    /// <summary>A text; lists and other objects are refused, because their text form is not what was meant.</summary>
    /// <exception cref="FieldValueException">The value is not a text.</exception>
    public static string Text(object value)
    {
        var text = value switch
        {
            string given => given,
            char letter => letter.ToString(),
            Guid or byte or sbyte or short or ushort or int or uint or long or ulong or decimal or double or float => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            Uri uri => uri.ToString(),
            bool flag => flag ? "true" : "false",
            DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            _ => throw new FieldValueException($"a text is needed, not {Describe(value)}"),
        };

        // An object or a list that went through Export-Csv leaves the name of its type behind.
        if (IsTypeName(text))
        {
            throw new FieldValueException($"'{text}' is the name of a .NET type: the list or object was lost when the file was written; join lists with ';'");
        }

        return text;
    }

    /// <summary>A number of the form <c>-?digits[.digits]</c>: no thousands sign, no exponent, no suffix, no rounding.</summary>
    /// <exception cref="FieldValueException">The value is not such a number.</exception>
    public static decimal Number(object value) => Number(value, "a number; write digits with a decimal point, such as 21.50");

    /// <param name="value">The value.</param>
    /// <param name="wanted">What a text that is none ought to be.</param>
    private static decimal Number(object value, string wanted)
    {
        switch (value)
        {
            case decimal or byte or sbyte or short or ushort or int or uint or long or ulong:
                return Convert.ToDecimal(value, CultureInfo.InvariantCulture);
            case double or float:
                // The shortest text of a binary number is what was typed: 0.06 stays 0.06.
                var typed = ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture);
                return decimal.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                    ? exact
                    : throw new FieldValueException($"{typed} is not a number that can be sent exactly");
            case string text when PlainNumber.IsMatch(text.Trim())
                && decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number):
                return IsExact(text.Trim(), number) ? number : throw new FieldValueException($"{Quote(value)} has more digits than can be sent exactly");
            default:
                throw new FieldValueException($"{Quote(value)} is not {wanted}");
        }
    }

    /// <summary>A decimal drops what its 28 digits do not hold, without a word.</summary>
    private static bool IsExact(string text, decimal number)
    {
        static string Digits(string plain)
        {
            var trimmed = plain.TrimStart('-').TrimStart('0');
            return trimmed.IndexOf('.') < 0 ? trimmed : trimmed.TrimEnd('0').TrimEnd('.');
        }

        return Digits(text) == Digits(number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A truth value: true/false, yes/no, 1/0 in any case.</summary>
    /// <exception cref="FieldValueException">The value is none of these.</exception>
    public static bool Flag(object value) => value switch
    {
        bool flag => flag,
        string text => text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "1" => true,
            "FALSE" or "NO" or "0" => false,
            _ => throw NoFlag(value),
        },
        int or long or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture) switch
        {
            1 => true,
            0 => false,
            _ => throw NoFlag(value),
        },
        _ => throw NoFlag(value),
    };

    /// <summary>A list of texts; one text is split at ';', a list is taken as it is.</summary>
    /// <exception cref="FieldValueException">An entry is not a text, or a text has no entry.</exception>
    public static string[] TextList(object value) => value is IEnumerable items and not string and not IDictionary
        ? items.Cast<object?>().Where(item => !IsNotGiven(item)).Select(item => Text(item!)).ToArray()
        : Split(Text(value));

    /// <summary>A blank cell would empty the whole list, and nobody who typed a space meant that.</summary>
    private static string[] Split(string text)
    {
        var entries = text.Split(';').Select(part => part.Trim()).Where(part => part.Length > 0).ToArray();
        return entries.Length > 0 ? entries : throw new FieldValueException($"'{text}' holds no entry; to empty a list, clear the field");
    }

    private static object TextOrList(FieldDefinition field, object value)
    {
        if (field.Allowed.Count == 0 && value is IDictionary or bool or int or long or decimal or double)
        {
            return value;
        }

        if (value is IEnumerable and not string || Text(value).IndexOf(';') >= 0)
        {
            return TextList(value).Select(entry => Allowed(field, entry)).ToArray();
        }

        return Allowed(field, Text(value));
    }

    private static long Whole(FieldDefinition field, object value)
    {
        const string Wanted = "a whole number; write digits, such as 12";
        var number = Bounded(field, Number(value, Wanted));
        if (decimal.Truncate(number) != number || number is > long.MaxValue or < long.MinValue)
        {
            throw new FieldValueException($"{Quote(value)} is not {Wanted}");
        }

        return (long)number;
    }

    private static decimal Bounded(FieldDefinition field, decimal number) => field.Minimum is { } minimum && number < minimum
        ? throw new FieldValueException($"{number.ToString(CultureInfo.InvariantCulture)} is below {minimum.ToString(CultureInfo.InvariantCulture)}, the smallest value allowed")
        : number;

    /// <summary>One of the allowed values in the service's spelling; any text where the field names none.</summary>
    private static string Allowed(FieldDefinition field, string text)
    {
        foreach (var allowed in field.Allowed)
        {
            if (string.Equals(allowed, text, StringComparison.OrdinalIgnoreCase))
            {
                return allowed;
            }
        }

        return field.Allowed.Count == 0
            ? text
            : throw new FieldValueException($"'{text}' is not one of the allowed values: {string.Join(", ", field.Allowed)}");
    }

    private static string Uuid(object value)
    {
        var text = Text(value).Trim();
        return Guid.TryParseExact(text, "D", out _)
            ? text
            : throw new FieldValueException($"'{text}' is not a UUID such as 49353ab0-fdbf-4e1c-a063-cdf4aad98782");
    }

    private static bool IsTypeName(string text) =>
        text.StartsWith("System.", StringComparison.Ordinal)
        && TypeName.IsMatch(text)
        && (text.EndsWith("]", StringComparison.Ordinal)
            || text.StartsWith("System.Collections.", StringComparison.Ordinal)
            || text.StartsWith("System.Management.Automation.", StringComparison.Ordinal)
            || Type.GetType(text) is not null);

    private static FieldValueException NoFlag(object value) =>
        new($"{Quote(value)} is neither true nor false; write true/false, yes/no or 1/0");

    private static string Quote(object value) => value is string or IFormattable
        ? $"'{Convert.ToString(value, CultureInfo.InvariantCulture)}'"
        : Describe(value);

    private static string Describe(object value) => value is IEnumerable and not string ? "a list or an object" : $"a {value.GetType().Name}";
}
