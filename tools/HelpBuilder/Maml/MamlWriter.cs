using System.Text;
using System.Xml;
using System.Xml.Linq;
using JobDraftsPS.HelpBuilder.Pages;

namespace JobDraftsPS.HelpBuilder.Maml;

/// <summary>Writes cmdlets' pages as the XML that Get-Help reads.</summary>
internal static class MamlWriter
{
    /// <summary>Get-Help has no heading for examples of its own, so a title is marked as one by convention.</summary>
    private const string Rule = "--------------------------";

    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The help file of some pages.</summary>
    public static string Write(IEnumerable<CommandPage> pages)
    {
        var document = new XDocument(new XElement(Root + "helpItems", new XAttribute("schema", "maml"), pages.Select(Page)));
        using var text = new Utf8Text();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            document.Save(writer);
        }

        return text.ToString();
    }

    private static XElement Page(CommandPage page)
    {
        var name = page.Name.Split('-', 2);
        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", page.Name),
                new XElement(Command + "verb", name[0]),
                new XElement(Command + "noun", name[^1]),
                new XElement(Maml + "description", new XElement(Maml + "para", page.Synopsis))),
            Text(Maml + "description", page.Description),
            new XElement(Command + "syntax", page.Syntax.Select(syntax => SyntaxItem(page, syntax))),
            new XElement(Command + "parameters", page.Parameters.Select(parameter => Parameter(parameter, Typical(page, parameter), inSyntax: false))),
            new XElement(Command + "inputTypes", page.Inputs.Select(entry => Entry(Command + "inputType", entry))),
            new XElement(Command + "returnValues", page.Outputs.Select(entry => Entry(Command + "returnValue", entry))),
            page.Notes.Count == 0 ? null : new XElement(Maml + "alertSet", Text(Maml + "alert", page.Notes)),
            new XElement(Command + "examples", page.Examples.Select(Example)),
            new XElement(Command + "relatedLinks", page.Links.Select(Link)));
    }

    private static XElement SyntaxItem(CommandPage page, PageSyntax syntax) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", page.Name),
        syntax.ParameterNames
            .Select(name => page.Parameters.First(parameter => parameter.Name == name))
            .Select(parameter => Parameter(parameter, parameter.In(syntax.SetName)!, inSyntax: true)));

    private static XElement Parameter(PageParameter parameter, PageParameterSet set, bool inSyntax)
    {
        var type = ShortType(parameter.Type);
        var isSwitch = type == "SwitchParameter";
        return new XElement(
            Command + "parameter",
            new XAttribute("required", Flag(set.IsRequired)),
            new XAttribute("variableLength", Flag(type.EndsWith("[]", StringComparison.Ordinal))),
            new XAttribute("globbing", Flag(parameter.SupportsWildcards)),
            new XAttribute("pipelineInput", Pipeline(set)),
            new XAttribute("position", set.Position == "Named" ? "named" : set.Position),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            Text(Maml + "description", parameter.Text),
            inSyntax && parameter.AcceptedValues.Count > 0 ? new XElement(Command + "parameterValueGroup", parameter.AcceptedValues.Select(value => Value(value, required: false))) : null,
            inSyntax && isSwitch ? null : Value(type, required: !isSwitch),
            new XElement(Dev + "type", new XElement(Maml + "name", type), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", parameter.DefaultValue.Length == 0 ? "None" : parameter.DefaultValue));
    }

    private static XElement Value(string text, bool required) =>
        new(Command + "parameterValue", new XAttribute("required", Flag(required)), new XAttribute("variableLength", "false"), text);

    /// <summary>The table of parameters has one line each: that of the default set, else of the first set it is in.</summary>
    private static PageParameterSet Typical(CommandPage page, PageParameter parameter) =>
        page.Syntax.Where(syntax => syntax.IsDefault).Select(syntax => parameter.In(syntax.SetName)).FirstOrDefault(set => set is not null) ?? parameter.ParameterSets[0];

    private static XElement Entry(XName element, PageEntry entry) => new(
        element,
        new XElement(Dev + "type", new XElement(Maml + "name", entry.Name)),
        Text(Maml + "description", entry.Text));

    private static XElement Example(PageExample example) => new(
        Command + "example",
        new XElement(Maml + "title", $"{Rule} {example.Title} {Rule}"),
        new XElement(Dev + "code", example.Code),
        // Get-Help sets the next title right below the last line.
        Text(Dev + "remarks", example.Remarks.Append(new Paragraph(string.Empty))));

    private static XElement Link(PageLink link) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", link.Text),
        // A page beside this one is found by its name; only addresses on the web are opened.
        new XElement(Maml + "uri", Uri.IsWellFormedUriString(link.Address, UriKind.Absolute) ? link.Address : null));

    private static XElement Text(XName element, IEnumerable<Paragraph> paragraphs) =>
        new(element, paragraphs.SelectMany(paragraph => paragraph.Text.Split('\n')).Select(line => new XElement(Maml + "para", line)));

    private static string Pipeline(PageParameterSet set) => (set.ValueFromPipeline, set.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    /// <summary>The type as a command line shows it: without namespace, and a nullable one as what it holds.</summary>
    private static string ShortType(string type)
    {
        const string nullable = "System.Nullable`1[";
        return type.StartsWith(nullable, StringComparison.Ordinal)
            ? ShortType(type[nullable.Length..^1])
            : type[(type.LastIndexOf('.') + 1)..];
    }

    private static string Flag(bool value) => value ? "true" : "false";

    /// <summary>Text that says of itself what the file will be.</summary>
    private sealed class Utf8Text : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
