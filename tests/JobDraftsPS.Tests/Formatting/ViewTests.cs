using System.Reflection;
using JobDraftsPS.Tests.Support;
using JobDraftsPS.Tests.Surface;

namespace JobDraftsPS.Tests.Formatting;

/// <summary>Every view at the width of a small console and of a usual one.</summary>
public sealed class ViewTests(CmdletCatalog catalog) : IClassFixture<CmdletCatalog>
{
    private static readonly int[] Widths = [80, 120];

    public static TheoryData<string> Tables => [.. FormatFile.Tables.Keys];

    public static TheoryData<string> Lists => [.. FormatFile.Lists.Keys];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_shows_all_its_columns_and_cuts_nothing(string type)
    {
        foreach (var width in Widths)
        {
            foreach (var model in Models(type))
            {
                var lines = Lines(FormatFile.Show(new RecordingHost(width), "TableControl", SampleRecord.Of(model)));

                Assert.All(lines, line => Assert.True(line.Length <= width, $"{width}: {line}"));
                Assert.All(lines, line => Assert.DoesNotContain('\u2026', line));
                Assert.Equal(FormatFile.Tables[type], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
                Assert.True(lines.Length > 2, type);
            }
        }
    }

    [Theory]
    [InlineData("JobDraftsPS.JobRecord", "JobId")]
    [InlineData("JobDraftsPS.TranslationProject", "ProjectId")]
    [InlineData("JobDraftsPS.TranslationTopic", "TopicId")]
    [InlineData("JobDraftsPS.TranslationCallback", "CallbackId")]
    [InlineData("JobDraftsPS.TranslationLineItem", "ProjectId")]
    [InlineData("JobDraftsPS.TranslationCoupon", "ProjectId")]
    [InlineData("JobDraftsPS.BillingAddress", "AddressId")]
    [InlineData("JobDraftsPS.PublishedJobChange", "JobId")]
    [InlineData("JobDraftsPS.SavedDocument", "JobId")]
    public void An_id_stands_on_one_line_to_be_copied(string type, string column)
    {
        Assert.Contains(column, FormatFile.Tables[type]);
        foreach (var model in Models(type))
        {
            Assert.Contains(SampleRecord.Uuid, FormatFile.Show(new RecordingHost(80), "TableControl", SampleRecord.Of(model)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_keeps_within_the_width_and_cuts_nothing(string type)
    {
        foreach (var width in Widths)
        {
            foreach (var model in Models(type))
            {
                var lines = Lines(FormatFile.Show(new RecordingHost(width), "ListControl", SampleRecord.Of(model)));

                Assert.All(lines, line => Assert.True(line.Length <= width, $"{width}: {line}"));
                Assert.All(lines, line => Assert.DoesNotContain('\u2026', line));
                Assert.True(lines.Length > 5, type);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_leaves_no_property_out(string type)
    {
        foreach (var model in Models(type))
        {
            var read = FormatFile.Read(FormatFile.Lists[type], model.FullName!);
            // What a record says of its gaps stands in the readable form; their number can be seen.
            var shown = model.GetProperties().Select(property => property.Name).Except(["MissingFieldCount"]);
            Assert.All(shown, name => Assert.Contains(read, text => text == name || text.Contains("." + name, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Every_record_that_a_cmdlet_writes_has_a_view()
    {
        var written = catalog.Classes.SelectMany(type => type.GetCustomAttributes<System.Management.Automation.OutputTypeAttribute>()).SelectMany(output => output.Type).Select(type => type.Type).Where(type => type?.Namespace == "JobDraftsPS").Distinct();
        string[] plain = ["JobDraftsPS.JobDraftSandbox"];

        Assert.Empty(written.Where(type => !plain.Contains(type.FullName) && !Selected(type)).Select(type => type.FullName));
    }

    [Fact]
    public void A_table_comes_first_where_a_type_has_a_list_too()
    {
        foreach (var model in Models("JobDraftsPS.JobRecord").Concat(Models("JobDraftsPS.TranslationProject")))
        {
            Assert.Contains("Ready", Lines(FormatFile.Show(new RecordingHost(), null, SampleRecord.Of(model)))[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    internal static string[] Lines(string shown) => [.. shown.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    private static bool Selected(Type? type) => type is not null && (FormatFile.Tables.ContainsKey(type.FullName!) || FormatFile.Lists.ContainsKey(type.FullName!) || Selected(type.BaseType));

    /// <summary>The type, or where it is a base those that derive from it.</summary>
    private IReadOnlyList<Type> Models(string type)
    {
        var named = catalog.Models.Single(model => model.FullName == type);
        return named.IsAbstract ? [.. catalog.Models.Where(model => model.BaseType == named)] : [named];
    }
}
