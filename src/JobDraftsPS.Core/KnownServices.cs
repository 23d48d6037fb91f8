using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Services;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Core;

/// <summary>The services that come with the module: a further one is a line here.</summary>
internal static class KnownServices
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The ModuleInitializer attribute should not be used in libraries", Justification = "The registry stands below the services, so it cannot name them.")]
    internal static void Register()
    {
        ServiceRegistry.Register(new OpenTrainService());
        ServiceRegistry.Register(new TextKingService());
        ServiceRegistry.Register(new SorceService());
    }
}
