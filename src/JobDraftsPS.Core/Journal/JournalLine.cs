using System.Text.Json;
using System.Text.Json.Serialization;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Journal;

/// <summary>One line of a journal. Only the members that its type has are written.</summary>
internal sealed class JournalLine
{
    public const string Run = "run";
    public const string AccountOf = "account";
    public const string Known = "known";
    public const string Intent = "intent";
    public const string Sent = "sent";
    public const string Reply = "reply";
    public const string ReconciledReply = "reconciled";
    public const string End = "end";

    public string Type { get; set; } = string.Empty;

    public DateTimeOffset At { get; set; }

    /// <summary>Of a run: the format's version.</summary>
    public int? Version { get; set; }

    /// <summary>Of a run: the command that the journal belongs to.</summary>
    public string? Command { get; set; }

    /// <summary>Of a run: the hash of the plan that the journal belongs to; none for a single command.</summary>
    public string? Plan { get; set; }

    /// <summary>Of a run: the file of that plan, where it came from one.</summary>
    public string? PlanFile { get; set; }

    /// <summary>Of an account: the hash of the credential at its host.</summary>
    public string? Account { get; set; }

    /// <summary>Of a known: the list that creates add to.</summary>
    public string? Scope { get; set; }

    /// <summary>Of a known: the ids on that list before the first create.</summary>
    public string[]? Ids { get; set; }

    /// <summary>What the row is known by: a hash of service, operation, target and content, and its n-th occurrence.</summary>
    public string? Row { get; set; }

    /// <summary>The row's place in the input, from 1.</summary>
    public int? Number { get; set; }

    public string? Service { get; set; }

    public string? Operation { get; set; }

    public string? ProjectId { get; set; }

    public string? JobId { get; set; }

    /// <summary>Field values before the change, where they are known.</summary>
    public JsonElement? Before { get; set; }

    /// <summary>What is sent.</summary>
    public JsonElement? After { get; set; }

    /// <summary>Applied, Refused, NotSent or Unknown.</summary>
    public string? Outcome { get; set; }

    /// <summary>What the line's outcome says; null where it is a word that this module does not know.</summary>
    [JsonIgnore]
    public CallOutcome? KnownOutcome => Outcome switch
    {
        nameof(CallOutcome.Applied) => CallOutcome.Applied,
        nameof(CallOutcome.Refused) => CallOutcome.Refused,
        nameof(CallOutcome.NotSent) => CallOutcome.NotSent,
        nameof(CallOutcome.Unknown) => CallOutcome.Unknown,
        _ => null,
    };

    /// <summary>False for a type that this version of the format does not have, or one that lacks what it is about.</summary>
    [JsonIgnore]
    public bool IsWhole => Type switch
    {
        Intent or Sent or Reply or ReconciledReply => !string.IsNullOrEmpty(Row),
        AccountOf => Service is not null && Account is not null,
        Known => Scope is not null && Ids is not null,
        Run or End => true,
        _ => false,
    };

    public int? Attempts { get; set; }

    public int? Status { get; set; }

    public string? Code { get; set; }

    public string? Message { get; set; }

    public string? RequestId { get; set; }

    /// <summary>The service's answer.</summary>
    public JsonElement? Answer { get; set; }

    /// <summary>The id that the service's answer names; null where it names none.</summary>
    [JsonIgnore]
    public string? AnsweredId => Answer is { ValueKind: JsonValueKind.Object } answer
        ? new RecordReader(answer).Text("jobId") ?? new RecordReader(answer).Text("id")
        : null;

    /// <summary>Of an end: rows done, also by earlier runs.</summary>
    public int? Done { get; set; }

    /// <summary>Of an end: rows that failed.</summary>
    public int? Failed { get; set; }

    /// <summary>Of an end: when the quota that rows wait for is free again.</summary>
    public DateTimeOffset? ContinueAt { get; set; }

    /// <summary>The checksum of this line and those before it; none in runs of versions that had none.</summary>
    public string? Check { get; set; }
}
