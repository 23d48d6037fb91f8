using System.Runtime.Loader;
using JobDraftsPS.Benchmarks.Hosting;

namespace JobDraftsPS.Benchmarks.Servers;

/// <summary>A server as a process of its own: it prints its address, and ends when its input closes.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        if (arguments.Text("kind") == "sandbox")
        {
            // The staged file, so that the sandbox is the one that users get.
            AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "JobDraftsPS.Sandbox"
                ? context.LoadFromAssemblyPath(Repository.PrivateLibrary(name.Name))
                : null;
            using var sandbox = SandboxServer.Start(arguments);
            return await ServeAsync(SandboxServer.AddressOf(sandbox));
        }

        await using var server = await FixedServer.StartAsync(TimeSpan.FromMilliseconds(arguments.Number("latency", 0)), arguments.Find("certificate"));
        return await ServeAsync(server.Address);
    }

    private static async Task<int> ServeAsync(Uri address)
    {
        Console.WriteLine(address.GetLeftPart(UriPartial.Authority));
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Whatever is written is no end.
        }

        return 0;
    }
}
