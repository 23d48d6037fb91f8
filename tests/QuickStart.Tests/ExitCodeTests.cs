namespace JobDraftsPS.QuickStart.Tests;

public class ExitCodeTests
{
    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("function Leave { exit 4 }; Leave", 4)]
    [InlineData("$Host.SetShouldExit(9)", 9)]
    [InlineData("1 / 0", 0)]
    [InlineData("throw 'no way'", 1)]
    [InlineData("if (", 1)]
    public async Task The_script_decides_the_exit_code(string script, int expected)
    {
        var result = await ScriptRun.ToEnd(script);

        Assert.Equal(expected, result.ExitCode);
    }
}
