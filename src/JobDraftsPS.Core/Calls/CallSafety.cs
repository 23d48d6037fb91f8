using System.Text.Json;

namespace JobDraftsPS.Core.Calls;

/// <summary>How one call is made safe against a lost reply. A new call joins the mechanism by naming one of these.</summary>
internal sealed class CallSafety
{
    private CallSafety(RepeatRule rule, string howToLook, Func<CallContext, Task<JsonElement?>>? look = null, CreateLookup? adds = null)
    {
        Rule = rule;
        Look = look;
        HowToLook = howToLook;
        Adds = adds;
    }

    /// <summary>Reads, and writes that set values or carry a key.</summary>
    public static CallSafety SameResult { get; } = new(RepeatRule.SameResult, "Run it again: sent twice, it gives the same result. Where it is refused then, look at the job at the service.");

    public RepeatRule Rule { get; }

    /// <summary>Reads the state: the answer that the call would have got when it was done, null when it was not.</summary>
    public Func<CallContext, Task<JsonElement?>>? Look { get; }

    /// <summary>The list that the call adds to, where it has to be taken before.</summary>
    public CreateLookup? Adds { get; }

    /// <summary>What a person does about it, where nobody else can.</summary>
    public string HowToLook { get; }

    /// <summary>Changes of status: a second one is refused, so the status is read.</summary>
    public static CallSafety LookFirst(Func<CallContext, Task<JsonElement?>> look, string howToLook) => new(RepeatRule.LookFirst, howToLook, look);

    /// <summary>Creates that carry no key: what was made is looked for among the entries that were not there before.</summary>
    public static CallSafety Adopt(CreateLookup entries, string howToLook) =>
        new(RepeatRule.LookFirst, howToLook, context => context.Ledger.FindAsync(entries, context), entries);

    /// <summary>Calls whose repetition has an effect of its own.</summary>
    public static CallSafety Never(string howToLook) => new(RepeatRule.Never, howToLook);
}
