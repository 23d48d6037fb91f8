using System.Management.Automation;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using JobDraftsPS.HelpBuilder.Pages;
using JobDraftsPS.HelpBuilder.Surface;

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

    /// <summary>The help file of some cmdlets.</summary>
    public static string Write(IEnumerable<CommandHelp> commands)
    {
        var document = new XDocument(new XElement(Root + "helpItems", new XAttribute("schema", "maml"), commands.Select(Item)));
        using var text = new Utf8Text();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            document.Save(writer);
        }

        return text.ToString();
    }

    private static XElement Item(CommandHelp help)
    {
        var (surface, page) = (help.Surface, help.Page);
        var name = surface.Name.Split('-', 2);
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
            new XElement(Command + "syntax", surface.Syntax.Select(set => SyntaxItem(help, set))),
            new XElement(Command + "parameters", surface.Parameters.Select(parameter => Parameter(help, parameter, Typical(surface, parameter), inSyntax: false))),
            new XElement(Command + "inputTypes", page.Inputs.Select(entry => Entry(Command + "inputType", entry))),
            new XElement(Command + "returnValues", page.Outputs.Select(entry => Entry(Command + "returnValue", entry))),
            page.Notes.Count == 0 ? null : new XElement(Maml + "alertSet", Text(Maml + "alert", page.Notes)),
            new XElement(Command + "examples", page.Examples.Select(Example)),
            new XElement(Command + "relatedLinks", page.Links.Select(Link)));
    }

    private static XElement SyntaxItem(CommandHelp help, SetSurface set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", help.Surface.Name),
        set.Parameters
            .Select(name => help.Surface.Parameters.First(parameter => parameter.Name == name))
            .Select(parameter => Parameter(help, parameter, parameter.In(set.Name)!, inSyntax: true)));

    private static XElement Parameter(CommandHelp help, ParameterSurface parameter, ParameterSetMetadata set, bool inSyntax)
    {
        var isSwitch = parameter.Type == typeof(SwitchParameter);
        return new XElement(
            Command + "parameter",
            new XAttribute("required", Flag(set.IsMandatory)),
            new XAttribute("variableLength", Flag(parameter.Type.IsArray)),
            new XAttribute("globbing", Flag(parameter.SupportsWildcards)),
            new XAttribute("pipelineInput", Pipeline(set)),
            new XAttribute("position", set.Position == int.MinValue ? "named" : set.Position),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            Text(Maml + "description", help.TextOf(parameter)),
            inSyntax && parameter.AcceptedValues.Count > 0 ? new XElement(Command + "parameterValueGroup", parameter.AcceptedValues.Select(value => Value(value, required: false))) : null,
            inSyntax && isSwitch ? null : Value(parameter.Type.Name, required: !isSwitch),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.Type.Name), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", parameter.DefaultValue.Length == 0 ? "None" : parameter.DefaultValue));
    }

    private static XElement Value(string text, bool required) =>
        new(Command + "parameterValue", new XAttribute("required", Flag(required)), new XAttribute("variableLength", "false"), text);

    /// <summary>The table of parameters has one line each: that of the default set, else of the first set it is in.</summary>
    private static ParameterSetMetadata Typical(CommandSurface surface, ParameterSurface parameter) =>
        surface.Syntax.Where(set => set.IsDefault).Select(set => parameter.In(set.Name)).FirstOrDefault(set => set is not null)
            ?? parameter.Sets.OrderBy(set => set.Key, StringComparer.Ordinal).First().Value;

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

    private static string Pipeline(ParameterSetMetadata set) => (set.ValueFromPipeline, set.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    private static string Flag(bool value) => value ? "true" : "false";

    /// <summary>Text that says of itself what the file will be.</summary>
    private sealed class Utf8Text : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
