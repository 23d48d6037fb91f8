using JobDraftsPS.Sandbox.OpenTrain;
using JobDraftsPS.Sandbox.Sorce;
using JobDraftsPS.Sandbox.TextKing;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>The one place where services join the sandbox; base paths must not overlap.</summary>
internal static class SandboxServices
{
    public static IReadOnlyList<HostedService> Create(SandboxSettings settings, SandboxClock clock)
    {
        var openTrain = new OpenTrainService(settings, clock);
        var textKing = new TextKingService(clock, () => settings.UploadLimit, wordCountDelay: () => settings.WordCountDelay);
        var sorce = new SorceService(clock, new SorceControls
        {
            RateLimit = () => settings.RateLimit,
            RateWindow = () => settings.RateWindow,
            TermsAccepted = _ => settings.TermsAccepted,
            CardOnFile = _ => settings.CardOnFile,
        });
        return
        [
            new("OpenTrain", openTrain) { Error = OpenTrainService.Error, Load = openTrain.Load },
            new("TextKing", textKing) { Error = TextKingService.Error, Translate = textKing.Turn, Callbacks = textKing.CallbacksJson },
            new("TextKing", new TextKingOAuth(clock, textKing)),
            new("Sorce", sorce)
            {
                Error = sorce.Errors.Forced,
                AddApplication = sorce.AddApplication,
                Spending = sorce.Spending,
            },
        ];
    }
}
