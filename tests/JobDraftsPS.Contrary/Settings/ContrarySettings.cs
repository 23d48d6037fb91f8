using System.Globalization;

namespace JobDraftsPS.Contrary.Settings;

/// <summary>Everything that the pages leave open, decided one way. The defaults are what the pages' own examples show.</summary>
internal sealed record ContrarySettings
{
    /// <summary>The seed that these came from; also what the server's own dice start from.</summary>
    public int Seed { get; init; }

    public KeyOrder KeyOrder { get; init; }

    /// <summary>Members that no page names, in every object.</summary>
    public bool ExtraMembers { get; init; }

    public AbsentForm Absent { get; init; }

    public NumberForm Numbers { get; init; }

    public ListMember ListMember { get; init; }

    public ListMark ListMark { get; init; }

    /// <summary>How many entries one answer of a list has at most; 0 for all that were asked for.</summary>
    public int ListLimit { get; init; }

    /// <summary>The Sorce list begins with the oldest.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>Jobs that are there before anything is done.</summary>
    public int Stock { get; init; } = 3;

    public MissingForm Missing { get; init; }

    public ErrorForm Errors { get; init; }

    /// <summary>Answers to reads are inside data.</summary>
    public bool Envelope { get; init; }

    public Charset Charset { get; init; }

    public Framing Framing { get; init; }

    public Compression Compression { get; init; }

    public ConnectionHabit Connection { get; init; }

    public WriteAnswer CreateAnswer { get; init; }

    public WriteAnswer EditAnswer { get; init; }

    /// <summary>What publish, pause, resume and close answer.</summary>
    public WriteAnswer TransitionAnswer { get; init; }

    public PushBack PushBack { get; init; }

    /// <summary>A read of one job is answered with another id. No seed draws it: such a read fails, and should.</summary>
    public bool ReadsAnotherId { get; init; }

    public IdForm Ids { get; init; }

    /// <summary>Sorce qualifications come back without their kind, as in the public sample.</summary>
    public bool KindHidden { get; init; }

    public Loss Loss { get; init; }

    /// <summary>Of which kind of write the first reply is lost.</summary>
    public WriteKind LossOf { get; init; }

    /// <summary>The request whose reply is lost was not done either.</summary>
    public bool LostUndone { get; init; }

    /// <summary>How many settings have one switch each that is not as documented, or two where one says how and the other says of what.</summary>
    public static int Singles => All.Length;

    private static ContrarySettings[] All { get; } = [.. EachAlone()];

    /// <summary>One of them, from 1.</summary>
    public static ContrarySettings Single(int number) => All[number - 1];

    /// <summary>What a seed decides. Each switch stands as documented in about two of three seeds, so that a failure names few of them.</summary>
    public static ContrarySettings FromSeed(int seed)
    {
        var dice = new Random(seed);
        return new ContrarySettings
        {
            Seed = seed,
            KeyOrder = Pick<KeyOrder>(dice),
            ExtraMembers = dice.Next(3) == 0,
            Absent = Pick<AbsentForm>(dice),
            Numbers = Pick<NumberForm>(dice),
            ListMember = Pick<ListMember>(dice),
            ListMark = Pick<ListMark>(dice),
            ListLimit = dice.Next(3) == 0 ? 1 + dice.Next(20) : 0,
            OldestFirst = dice.Next(4) == 0,
            Stock = dice.Next(3) switch { 0 => 1 + dice.Next(40), _ => 3 },
            Missing = Pick<MissingForm>(dice),
            Errors = Pick<ErrorForm>(dice),
            Envelope = dice.Next(6) == 0,
            Charset = Pick<Charset>(dice),
            Framing = Pick<Framing>(dice),
            Compression = Pick<Compression>(dice),
            Connection = Pick<ConnectionHabit>(dice),
            CreateAnswer = Pick<WriteAnswer>(dice),
            EditAnswer = Pick<WriteAnswer>(dice),
            TransitionAnswer = Pick<WriteAnswer>(dice),
            PushBack = dice.Next(4) == 0 ? Pick<PushBack>(dice) : PushBack.Never,
            Ids = Pick<IdForm>(dice),
            KindHidden = dice.Next(5) == 0,
            Loss = Pick<Loss>(dice),
            LossOf = Any<WriteKind>(dice),
            LostUndone = dice.Next(4) == 0,
        };
    }

    /// <summary>The seed, and each switch that is not as documented.</summary>
    public override string ToString()
    {
        var plain = new ContrarySettings();
        var switches = typeof(ContrarySettings).GetProperties()
            .Where(property => property.Name != nameof(Seed) && property.GetMethod is { IsStatic: false, IsPublic: true })
            .Where(property => !Equals(property.GetValue(this), property.GetValue(plain)))
            .Where(property => Loss != Loss.Never || property.Name is not (nameof(LossOf) or nameof(LostUndone)))
            .Select(property => string.Create(CultureInfo.InvariantCulture, $"{property.Name}={property.GetValue(this)}"));
        return string.Create(CultureInfo.InvariantCulture, $"Seed={Seed} {string.Join(' ', switches)}");
    }

    private static IEnumerable<ContrarySettings> EachAlone()
    {
        var plain = new ContrarySettings();
        foreach (var property in typeof(ContrarySettings).GetProperties().Where(property => property.PropertyType.IsEnum && property.Name is not (nameof(Loss) or nameof(LossOf))))
        {
            foreach (var value in Enum.GetValues(property.PropertyType).Cast<object>().Skip(1))
            {
                var settings = plain with { };
                property.SetValue(settings, value);
                yield return settings;
            }
        }

        yield return plain with { ExtraMembers = true };
        yield return plain with { Envelope = true };
        yield return plain with { KindHidden = true };
        yield return plain with { OldestFirst = true };
        foreach (var kind in Enum.GetValues<WriteKind>())
        {
            yield return plain with { LossOf = kind, Loss = Loss.Closed };
            yield return plain with { LossOf = kind, Loss = Loss.Torn };
            yield return plain with { LossOf = kind, Loss = Loss.Reset, LostUndone = true };
        }

        // A list that does not show all, and a create whose reply was lost.
        foreach (var mark in Enum.GetValues<ListMark>())
        {
            yield return plain with { ListLimit = 20, Stock = 40, ListMark = mark };
            yield return plain with { ListLimit = 20, Stock = 40, ListMark = mark, OldestFirst = true, Loss = Loss.Closed };
            yield return plain with { ListLimit = 20, Stock = 40, ListMark = mark, OldestFirst = true, Loss = Loss.Closed, LostUndone = true };
        }
    }

    private static T Pick<T>(Random dice)
        where T : struct, Enum => dice.Next(3) < 2 ? default : Any<T>(dice);

    private static T Any<T>(Random dice)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[dice.Next(values.Length)];
    }
}
