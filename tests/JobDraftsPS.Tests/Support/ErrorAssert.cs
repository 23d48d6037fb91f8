using System.Management.Automation;

namespace JobDraftsPS.Tests.Support;

/// <summary>What every error of the module has to say.</summary>
internal static class ErrorAssert
{
    /// <summary>The id without the command's name behind it.</summary>
    public static string Id(this ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    /// <summary>A property of the exception as text; its type lives in another load context.</summary>
    public static string? Property(this ErrorRecord error, string name) => error.Exception.GetType().GetProperty(name)!.GetValue(error.Exception)?.ToString();

    /// <summary>The text that a user reads: what happened, and on a line of its own what to do.</summary>
    public static string Text(this ErrorRecord error) =>
        $"{error.ErrorDetails?.Message ?? error.Exception.Message}\n{error.ErrorDetails?.RecommendedAction}";

    /// <summary>Checks id, category, the words that the text holds, and that it says what to do.</summary>
    public static void Says(this ErrorRecord error, string id, ErrorCategory category, params string[] words)
    {
        Assert.Equal(id, error.Id());
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.All(words, word => Assert.Contains(word, error.Text(), StringComparison.Ordinal));
        Assert.False(string.IsNullOrEmpty(error.ErrorDetails?.RecommendedAction), "The error does not say what to do.");
        Assert.DoesNotContain(error.ErrorDetails!.RecommendedAction, error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    /// <summary>Checks that the error hands back what was piped in, so that it can be piped again.</summary>
    public static void HandsBack(this ErrorRecord error, object input)
    {
        if (input is string)
        {
            Assert.Equal(input, Plain(error.TargetObject));
        }
        else
        {
            Assert.Same(Plain(input), Plain(error.TargetObject));
        }
    }

    private static object Plain(object value) => value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;
}
