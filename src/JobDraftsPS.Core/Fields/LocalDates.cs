using System.Globalization;

namespace JobDraftsPS.Core.Fields;

/// <summary>Dates of a service that knows no zones: what stands on the clock is what goes out.</summary>
internal static class LocalDates
{
    private const string Day = "yyyy-MM-dd";
    private const string DayAndTime = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>The date in the service's form.</summary>
    /// <param name="value">A text or a <see cref="DateTime"/>.</param>
    /// <param name="mayHaveTime">True where a time of day is taken.</param>
    /// <exception cref="FieldValueException">It is no date, has a time that is not taken, or states a zone.</exception>
    public static string Read(object value, bool mayHaveTime)
    {
        var date = value switch
        {
            DateTime { Kind: DateTimeKind.Utc } or DateTimeOffset => throw new FieldValueException("a date with a zone is given, and the service knows none; give a date such as 2026-05-04"),
            DateTime given => given,
            string text when DateTime.TryParseExact(text.Trim(), [Day, DayAndTime], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) => read,
            _ => throw new FieldValueException($"'{Convert.ToString(value, CultureInfo.InvariantCulture)}' is no date; write 2026-05-04{(mayHaveTime ? " or 2026-05-04T17:30:00" : string.Empty)}, without a zone"),
        };
        if (date.TimeOfDay != TimeSpan.Zero && !mayHaveTime)
        {
            throw new FieldValueException($"{date.ToString(DayAndTime, CultureInfo.InvariantCulture)} has a time of day, and only a date is taken");
        }

        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? Day : DayAndTime, CultureInfo.InvariantCulture);
    }
}
