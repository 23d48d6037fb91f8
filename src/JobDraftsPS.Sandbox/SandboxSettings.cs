namespace JobDraftsPS.Sandbox;

/// <summary>What the control panel sets and the services read while they run; safe from any thread.</summary>
internal sealed class SandboxSettings
{
    public const int DefaultPublishQuota = 20;

    private readonly object gate = new();
    private volatile Values current = new();

    /// <summary>Requests that one token may make within <see cref="RateWindow"/>.</summary>
    public int RateLimit
    {
        get => current.RateLimit;
        set => Change(values => values with { RateLimit = value });
    }

    public TimeSpan RateWindow
    {
        get => current.RateWindow;
        set => Change(values => values with { RateWindow = value });
    }

    /// <summary>OpenTrain publishes that a claimed account may make in 24 hours.</summary>
    public int PublishQuota
    {
        get => current.PublishQuota;
        set => Change(values => values with { PublishQuota = value });
    }

    /// <summary>Bytes of the largest upload that is taken.</summary>
    public long UploadLimit
    {
        get => current.UploadLimit;
        set => Change(values => values with { UploadLimit = value });
    }

    /// <summary>How long after its upload TEXTKING knows a document's words.</summary>
    public TimeSpan WordCountDelay => current.WordCountDelay;

    /// <summary>The word that moderation refuses; empty for no moderation.</summary>
    public string ModerationWord
    {
        get => current.ModerationWord;
        set => Change(values => values with { ModerationWord = value });
    }

    public MissingFieldForm MissingFieldForm
    {
        get => current.MissingFieldForm;
        set => Change(values => values with { MissingFieldForm = value });
    }

    /// <summary>The wait between handling a request and answering it.</summary>
    public TimeSpan Latency
    {
        get => current.Latency;
        set => Change(values => values with { Latency = value });
    }

    /// <summary>The share of requests, 0 to 1, that fail by chance.</summary>
    public double FaultRate
    {
        get => current.FaultRate;
        set => Change(values => values with { FaultRate = value });
    }

    public bool TermsAccepted
    {
        get => current.TermsAccepted;
        set => Change(values => values with { TermsAccepted = value });
    }

    public bool CardOnFile
    {
        get => current.CardOnFile;
        set => Change(values => values with { CardOnFile = value });
    }

    /// <summary>Takes over what a control names, all of it in one step.</summary>
    public void Apply(SandboxControl control) => Change(values => values with
    {
        RateLimit = control.RateLimit ?? values.RateLimit,
        RateWindow = control.RateWindow ?? values.RateWindow,
        PublishQuota = control.PublishQuota ?? values.PublishQuota,
        UploadLimit = control.UploadLimit ?? values.UploadLimit,
        WordCountDelay = control.WordCountDelay ?? values.WordCountDelay,
        ModerationWord = control.ModerationWord ?? values.ModerationWord,
        MissingFieldForm = control.MissingFieldForm ?? values.MissingFieldForm,
        Latency = control.Latency ?? values.Latency,
        FaultRate = control.FaultRate ?? values.FaultRate,
        TermsAccepted = control.TermsAccepted ?? values.TermsAccepted,
        CardOnFile = control.CardOnFile ?? values.CardOnFile,
    });

    private void Change(Func<Values, Values> change)
    {
        lock (gate)
        {
            current = change(current);
        }
    }

    private sealed record Values
    {
        public int RateLimit { get; init; } = 60;

        public TimeSpan RateWindow { get; init; } = TimeSpan.FromSeconds(60);

        public int PublishQuota { get; init; } = DefaultPublishQuota;

        public long UploadLimit { get; init; } = 20L * 1024 * 1024;

        public TimeSpan WordCountDelay { get; init; }

        public string ModerationWord { get; init; } = string.Empty;

        public MissingFieldForm MissingFieldForm { get; init; } = MissingFieldForm.Strings;

        public TimeSpan Latency { get; init; }

        public double FaultRate { get; init; }

        public bool TermsAccepted { get; init; } = true;

        public bool CardOnFile { get; init; } = true;
    }
}
