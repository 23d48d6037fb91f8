namespace JobDraftsPS.Console.Tests;

/// <summary>What <c>dotnet run --project samples/QuickStart -- script arguments</c> hands to the script, and back to the shell.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("Ann|False|0", "Ann")]
    [InlineData("Ann|True|0", "-Name", "Ann", "-Force")]
    [InlineData("Ann|True|-5", "-Force", "Ann", "-Count", "-5")]
    [InlineData("Ann|False|3", "-Name:Ann", "-Force:$false", "-Count:3")]
    public async Task Arguments_reach_the_param_block_as_from_any_shell(string expected, params string[] arguments)
    {
        var result = await ScriptRun.ToEnd(
            "param($Name, [switch] $Force, [int] $Count) \"$Name|$Force|$Count\"", arguments);

        Assert.Equal(expected, result.Output.Trim());
    }

    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("throw 'no way'", 1)]
    public async Task The_script_decides_the_exit_code(string script, int expected) => Assert.Equal(expected, (await ScriptRun.ToEnd(script)).ExitCode);
}
