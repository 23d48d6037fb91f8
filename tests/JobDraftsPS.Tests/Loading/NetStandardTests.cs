using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Loading;

/// <summary>What can be run here of the libraries that Windows PowerShell 5.1 takes; the rest is <see cref="ClosureTests"/>.</summary>
public sealed class NetStandardTests
{
    private static readonly string Folder = Path.Combine(Repository.Lib, "Dependencies", "netstandard2.0");

    [Fact]
    public async Task The_netstandard_libraries_do_the_same_work()
    {
        using var copy = new ModuleCopy();
        // What begins with System this runtime has built in, as the old framework has not.
        foreach (var path in Directory.EnumerateFiles(Folder, "*.dll").Where(path => !Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)))
        {
            File.Copy(path, copy.Lib("Dependencies", "net8.0", Path.GetFileName(path)), overwrite: true);
        }

        var run = await EngineProcess.RunAsync($"{Scripts.Import(copy.Manifest)}\n{Scripts.Work}");

        Assert.Empty(run.Error);
        Assert.Equal([Scripts.EditedDraft], run.Output);
    }

    [Fact]
    public async Task The_resolver_finds_the_private_libraries_and_the_models_and_knows_nobody_else()
    {
        var run = await EngineProcess.RunAsync($$"""
            $module = [Reflection.Assembly]::LoadFrom('{{Path.Combine(Repository.Lib, "JobDraftsPS.dll")}}')
            $resolver = $module.GetType('JobDraftsPS.Loading.FrameworkResolver', $true)
            $null = $resolver.GetMethod('Hook').Invoke($null, @(, [string[]] @('{{Folder}}', '{{Repository.Lib}}')))
            $core = [Reflection.Assembly]::Load('JobDraftsPS.Core')
            $core.Location
            "types: $($core.GetTypes().Count -gt 0)"
            [Reflection.Assembly]::Load('JobDraftsPS.Sandbox').Location
            try { [Reflection.Assembly]::Load('JobDraftsPS.Nobody') } catch { 'nobody' }
            """);

        Assert.Empty(run.Error);
        Assert.Equal([Path.Combine(Folder, "JobDraftsPS.Core.dll"), "types: True", Path.Combine(Folder, "JobDraftsPS.Sandbox.dll"), "nobody"], run.Output);
    }
}
