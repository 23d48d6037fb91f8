using System.Globalization;
using System.Text.RegularExpressions;
using JobDraftsPS.Core.Fields;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace JobDraftsPS.Core.Sheets;

/// <summary>
/// Reads a sequence of mappings, or one mapping a document. A plain scalar stays the text that it is, so that '007' and 'no' come to
/// the field's own conversion; only null is understood. Anchors are refused: a few lines of them unfold to any size.
/// </summary>
internal static class YamlSheet
{
    private static readonly Regex Whole = new("^-?(0|[1-9][0-9]*)$", RegexOptions.CultureInvariant);
    private static readonly Regex Fraction = new(@"^-?(0|[1-9][0-9]*)\.[0-9]+$", RegexOptions.CultureInvariant);

    public static IEnumerable<SheetRow> Read(BoundedReader reader)
    {
        var events = new Events(reader);
        events.Take<StreamStart>();
        var number = 0;
        while (!events.Is<StreamEnd>())
        {
            events.Take<DocumentStart>();
            if (events.Is<SequenceStart>())
            {
                events.Take<SequenceStart>();
                while (!events.Is<SequenceEnd>())
                {
                    yield return Row(++number, events);
                }

                events.Take<SequenceEnd>();
            }
            else if (events.Is<MappingStart>())
            {
                yield return Row(++number, events);
            }
            else if (events.Take<Scalar>().Value.Length > 0)
            {
                throw new InvalidDataException("it is neither a list of rows nor a row");
            }

            events.Take<DocumentEnd>();
        }
    }

    private static SheetRow Row(int number, Events events)
    {
        if (!events.Is<MappingStart>())
        {
            throw new InvalidDataException($"row {number} is not a mapping of columns to values");
        }

        var line = (int)events.Take<MappingStart>().Start.Line;
        var cells = new List<KeyValuePair<string, object?>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        string? problem = null;
        while (!events.Is<MappingEnd>())
        {
            var name = events.Take<Scalar>().Value;
            if (!names.Add(FieldSet.Key(name)))
            {
                problem = $"the row has '{name}' twice";
            }

            string? doubled = null;
            var value = events.Is<Scalar>() ? Cell(events.Take<Scalar>()) : Value(events, 1, ref doubled);
            problem ??= doubled is null ? null : $"'{name}' has '{doubled}' twice";
            if (value is string text)
            {
                SheetLimits.RequireCell(number, name, text.Length);
            }

            cells.Add(new(name, value));
        }

        events.Take<MappingEnd>();
        return new SheetRow(number, cells, problem, line);
    }

    private static string? Cell(Scalar scalar) => IsNull(scalar) ? null : scalar.Value;

    /// <summary>A value within a list or an object goes to the service as JSON, so there it needs its type.</summary>
    /// <param name="events">The parser's events.</param>
    /// <param name="depth">How deep it lies.</param>
    /// <param name="doubled">Takes a name that an object has twice: the first of the two would be lost without a word.</param>
    private static object? Value(Events events, int depth, ref string? doubled)
    {
        if (depth > SheetLimits.Depth)
        {
            throw new InvalidDataException($"a value is nested deeper than {SheetLimits.Depth}");
        }

        if (events.Is<SequenceStart>())
        {
            events.Take<SequenceStart>();
            var items = new List<object?>();
            while (!events.Is<SequenceEnd>())
            {
                items.Add(Value(events, depth + 1, ref doubled));
            }

            events.Take<SequenceEnd>();
            return items.ToArray();
        }

        if (events.Is<MappingStart>())
        {
            events.Take<MappingStart>();
            var members = new Dictionary<string, object?>(StringComparer.Ordinal);
            while (!events.Is<MappingEnd>())
            {
                var name = events.Take<Scalar>().Value;
                doubled ??= members.ContainsKey(name) ? name : null;
                members[name] = Value(events, depth + 1, ref doubled);
            }

            events.Take<MappingEnd>();
            return members;
        }

        return Typed(events.Take<Scalar>());
    }

    private static object? Typed(Scalar scalar)
    {
        var text = scalar.Value;
        return scalar.Style != ScalarStyle.Plain ? text
            : IsNull(scalar) ? null
            : text is "true" or "True" or "TRUE" ? true
            : text is "false" or "False" or "FALSE" ? false
            : Whole.IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
            : Fraction.IsMatch(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact) ? exact
            : text;
    }

    private static bool IsNull(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>The parser's events, one ahead.</summary>
    private sealed class Events
    {
        private readonly Parser parser;

        public Events(TextReader reader)
        {
            parser = new Parser(reader);
            Move();
        }

        public bool Is<T>()
            where T : ParsingEvent => parser.Current is T;

        public T Take<T>()
            where T : ParsingEvent
        {
            if (parser.Current is not T found)
            {
                throw new InvalidDataException(parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false }
                    ? $"line {parser.Current.Start.Line} uses an anchor; write the values out"
                    : $"line {parser.Current?.Start.Line} is not what a sheet has there");
            }

            if (found is NodeEvent { Anchor.IsEmpty: false })
            {
                throw new InvalidDataException($"line {found.Start.Line} uses an anchor; write the values out");
            }

            Move();
            return found;
        }

        private void Move()
        {
            try
            {
                parser.MoveNext();
            }
            catch (YamlException wrong) when (wrong.InnerException is InvalidDataException inner)
            {
                throw inner;
            }
            catch (YamlException wrong)
            {
                throw new InvalidDataException($"line {wrong.Start.Line} is not valid YAML: {wrong.Message}", wrong);
            }
            catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
            {
                // The parser's own mistakes over what it did not foresee: the sheet is no better for them.
                throw new InvalidDataException($"what stands after line {parser.Current?.End.Line ?? 0} is not valid YAML: {wrong.Message}", wrong);
            }
        }
    }
}
