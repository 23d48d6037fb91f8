using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JobDraftsPS.Core.Tests.House;

/// <summary><c>docs/assumptions.md</c> is made of the constants and their comments; this test makes it anew and compares.</summary>
public sealed class AssumptionPageTests
{
    private static readonly string[] Services = ["OpenTrain", "TextKing", "Sorce"];

    [Fact]
    public void The_page_says_what_the_constants_say()
    {
        var made = Page();
        var path = Path.Combine(Root(), "docs", "assumptions.md");
        if (Environment.GetEnvironmentVariable("JOBDRAFTS_WRITE_PAGES") == "1")
        {
            File.WriteAllText(path, made);
        }

        Assert.True(
            File.Exists(path) && made == File.ReadAllText(path).ReplaceLineEndings("\n"),
            "docs/assumptions.md differs from the constants. Run this test with JOBDRAFTS_WRITE_PAGES=1 to write the page again.");
    }

    [Fact]
    public void Every_constant_has_its_mark() => Assert.All(
        Services.SelectMany(service => new[] { Holder(typeof(Core.Calls.CallSafety).Assembly, service) }).SelectMany(Constants),
        constant => Assert.Matches("^(?:[AST]?[0-9][0-9.]*(?:, )?)+$", constant.Mark));

    private static string Page()
    {
        var page = new StringBuilder("""
            # What is taken for granted of the services

            Where a service's public pages are silent, the module has to take something for granted, and so does the sandbox, which was
            written from the same pages without looking at the module. Each such thing is one constant of the file that its heading names;
            to correct it, change it there. This page is made of these files, and a test compares them. The mark is ours: S, T and A number
            the open points of Sorce, TEXTKING and OpenTrain, and a plain number is the chapter on the subject.

            ## The module


            """.ReplaceLineEndings("\n"));
        foreach (var service in Services)
        {
            Write(page, "src/JobDraftsPS.Core", Holder(typeof(Core.Calls.CallSafety).Assembly, service), service, withWrong: true);
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private static void Write(StringBuilder page, string project, Type holder, string service, bool withWrong)
    {
        var documents = Documents(holder);
        page.Append(CultureInfo.InvariantCulture, $"### {service}\n\n`{project}/{service}/{holder.Name}.cs`\n\n");
        page.Append(withWrong ? "| Mark | Assumed | Constant | When it is wrong |\n| --- | --- | --- | --- |\n" : "| Mark | Assumed | Constant |\n| --- | --- | --- |\n");
        foreach (var (mark, text, name, wrong) in Constants(holder).OrderBy(constant => Regex.Replace(constant.Mark, "[0-9]+", digits => digits.Value.PadLeft(3, '0')), StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {mark} | {text} | {name} |{(withWrong ? $" {wrong} |" : string.Empty)}\n");
        }

        var shape = documents["T:" + holder.FullName].Element("remarks")?.Descendants("item").Select(Text).ToArray() ?? [];
        page.Append(shape.Length == 0 ? "\n" : "\nThese are the shape of the code and have no constant:\n\n" + string.Concat(shape.Select(item => $"- {item}\n")) + "\n");
    }

    private static IEnumerable<(string Mark, string Text, string Name, string Wrong)> Constants(Type holder)
    {
        var documents = Documents(holder);
        foreach (var field in holder.GetFields(BindingFlags.Static | BindingFlags.Public))
        {
            var document = documents[$"F:{holder.FullName}.{field.Name}"];
            var parts = Text(document.Element("summary")!).Split(": ", 2);
            yield return (parts[0], Capital(parts[^1]), $"`{field.Name}` = `{Value(field.GetValue(null))}`", document.Element("remarks") is { } remarks ? Text(remarks) : string.Empty);
        }
    }

    private static string Value(object? value) => value switch
    {
        string text => $"\"{text}\"",
        System.Collections.IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Value))}]",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Capital(string text) => char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>A comment as Markdown: code in backticks, everything in one line.</summary>
    private static string Text(XElement element) => Regex.Replace(
        string.Concat(element.Nodes().Select(node => node is XElement { Name.LocalName: "c" } code ? $"`{code.Value}`" : node is XElement other ? Text(other) : node.ToString())),
        @"\s+",
        " ").Trim().Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);

    private static Dictionary<string, XElement> Documents(Type holder) => XDocument
        .Load(Path.ChangeExtension(holder.Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    private static Type Holder(Assembly assembly, string service) => assembly.GetTypes().Single(type => type.Name == service + "Assumptions");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "JobDraftsPS.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("These tests run inside the repository.");
        }

        return folder.FullName;
    }
}
