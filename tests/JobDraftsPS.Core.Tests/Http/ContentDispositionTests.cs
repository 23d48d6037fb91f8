using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Tests.Http;

public sealed class ContentDispositionTests
{
    [Theory]
    [InlineData("attachment; filename=note.txt", "note.txt")]
    [InlineData("attachment; filename=a b (final) [2].txt", "a b (final) [2].txt")]
    [InlineData("attachment; filename=one; two.txt", "one; two.txt")]
    [InlineData("attachment; filename=a b.txt; size=12", "a b.txt")]
    [InlineData("attachment; filename=\"a b.txt\"", "a b.txt")]
    [InlineData("attachment; filename=\"a \\\"b\\\" c.txt\"; size=1", "a \"b\" c.txt")]
    [InlineData("attachment; filename=\"open.txt", "open.txt")]
    [InlineData("attachment;FILENAME = note.txt ", "note.txt")]
    [InlineData("attachment; filename=x.txt; filename*=UTF-8''%C3%9Cbersicht%20%E2%82%AC.txt", "Übersicht €.txt")]
    [InlineData("attachment; filename*=utf-8'de'%C3%9C.txt; filename=x.txt", "Ü.txt")]
    [InlineData("attachment; filename*=UTF-16''abc; filename=x.txt", "x.txt")]
    [InlineData("attachment; filename=\u00c3\u009cbersicht.txt", "Übersicht.txt")]
    [InlineData("attachment; filename=\u00dcbersicht.txt", "Übersicht.txt")]
    [InlineData("attachment; filename=..\\..\\evil.txt", "..\\..\\evil.txt")]
    public void The_name_is_what_the_server_gave(string header, string name) => Assert.Equal(name, ContentDisposition.FileName(header));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("attachment")]
    [InlineData("attachment; filename=")]
    [InlineData("attachment; filename=\"\"")]
    [InlineData("attachment; name=note.txt")]
    public void There_may_be_none(string? header) => Assert.Null(ContentDisposition.FileName(header));

    [Fact]
    public void A_header_without_end_is_not_worth_reading() => Assert.Null(ContentDisposition.FileName("attachment; filename=" + new string('a', 100_000)));

    [Theory]
    [InlineData("Mon, 02 Mar 2026 10:00:00 GMT")]
    [InlineData("Fri, 02 Mar 2026 10:00:00 GMT")]
    [InlineData("Friday, 2 Mar 2026 10:00:00 GMT")]
    [InlineData("02 Mar 2026 10:00:00 GMT")]
    public void A_date_is_read_whatever_its_weekday(string header) => Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), HttpDate.Read(header));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Mon, 32 Mar 2026 10:00:00 GMT")]
    public void What_is_no_date_is_left_out(string? header) => Assert.Null(HttpDate.Read(header));
}
