using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class TranslationDocumentPriceTests : IDisposable
{
    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Each_document_has_a_price_for_each_language_and_level()
    {
        var paths = new[] { File("one two.txt", "one two"), File("three.html", "<p>one two three") };

        var result = bench.Run("Get-TranslationPrice -Path $paths -SourceLanguage en -TargetLanguage fr, de", ("paths", paths));

        Assert.Empty(result.AllErrors);
        Assert.Equal(
            ["fr 2", "fr 2", "de 2", "de 2", "fr 3", "fr 3", "de 3", "de 3"],
            result.Output.Select(price => $"{price.Properties["TargetLanguage"].Value} {price.Properties["Words"].Value}"));
        Assert.All(result.Output, price => Assert.Equal((long)price.Properties["Words"].Value * (decimal)price.Properties["PricePerWord"].Value, (decimal)price.Properties["TotalPrice"].Value));
        Assert.All(bench.Requests(), request => Assert.StartsWith("/v1/price-info?source_language=en&target_language=", request.Target, StringComparison.Ordinal));
        Assert.Equal(["<p>one two three", "<p>one two three", "one two", "one two"], bench.Requests().Select(request => request.Body).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_wrong_type_is_refused_here_or_there_and_the_other_documents_go_on()
    {
        var paths = new[] { File("photo.png", "x"), File("note.txt", "one") };

        var here = bench.Run("Get-TranslationPrice -Path $paths -SourceLanguage en -TargetLanguage fr", ("paths", paths));
        var there = bench.Run("Get-TranslationPrice -Path $paths -SourceLanguage en -TargetLanguage fr -ContentType image/png", ("paths", paths[..1]));

        Assert.Single(here.AllErrors).Says("TextKing.Http406", ErrorCategory.InvalidData, "photo.png", "Nothing was sent.");
        Assert.Equal(2, here.Output.Count);
        Assert.Single(there.AllErrors).Says("TextKing.Http406", ErrorCategory.InvalidData, "the price of 'photo.png'", "Nothing was changed.");
    }

    [Fact]
    public void A_reply_that_is_lost_is_asked_for_again()
    {
        bench.Run("$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'DropAfterHandling'; PathContains = '/price-info' }");

        var result = bench.Run("Get-TranslationPrice -Path $path -SourceLanguage en -TargetLanguage fr", ("path", File("note.txt", "one")));

        Assert.Empty(result.AllErrors);
        Assert.Equal(2, result.Output.Count);
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(folder.Path, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
