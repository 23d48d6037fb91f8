using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>The YAML block below a parameter's text.</summary>
internal static class ParameterBlock
{
    private static readonly IDeserializer Reader = new DeserializerBuilder().Build();

    /// <summary>Reads a block.</summary>
    /// <exception cref="YamlException">It is no YAML, or holds a key that no block has.</exception>
    public static PageParameter Read(string name, string yaml, IReadOnlyList<Paragraph> text)
    {
        var block = Reader.Deserialize<Block?>(yaml) ?? new Block();
        return new PageParameter
        {
            Name = name,
            Text = text,
            Type = block.Type ?? string.Empty,
            DefaultValue = block.DefaultValue ?? string.Empty,
            SupportsWildcards = block.SupportsWildcards,
            Aliases = block.Aliases ?? [],
            ParameterSets = block.ParameterSets ?? [],
            DontShow = block.DontShow,
            AcceptedValues = block.AcceptedValues ?? [],
            HelpMessage = block.HelpMessage ?? string.Empty,
        };
    }

    /// <summary>Writes a block in the form that a page holds it.</summary>
    public static string Write(PageParameter parameter)
    {
        var text = new StringBuilder();
        text.Append("Type: ").AppendLine(parameter.Type);
        text.Append("DefaultValue: ").AppendLine(Scalar(parameter.DefaultValue));
        text.Append("SupportsWildcards: ").AppendLine(Flag(parameter.SupportsWildcards));
        List(text, "Aliases", parameter.Aliases);
        text.AppendLine("ParameterSets:");
        foreach (var set in parameter.ParameterSets)
        {
            text.Append("- Name: ").AppendLine(set.Name);
            text.Append("  Position: ").AppendLine(set.Position);
            text.Append("  IsRequired: ").AppendLine(Flag(set.IsRequired));
            text.Append("  ValueFromPipeline: ").AppendLine(Flag(set.ValueFromPipeline));
            text.Append("  ValueFromPipelineByPropertyName: ").AppendLine(Flag(set.ValueFromPipelineByPropertyName));
            text.Append("  ValueFromRemainingArguments: ").AppendLine(Flag(set.ValueFromRemainingArguments));
        }

        text.Append("DontShow: ").AppendLine(Flag(parameter.DontShow));
        List(text, "AcceptedValues", parameter.AcceptedValues);
        text.Append("HelpMessage: ").Append(Scalar(parameter.HelpMessage));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void List(StringBuilder text, string name, IReadOnlyList<string> items)
    {
        text.Append(name).AppendLine(items.Count == 0 ? ": []" : ":");
        foreach (var item in items)
        {
            text.Append("- ").AppendLine(item);
        }
    }

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Scalar(string value) => value.Length == 0 ? "''" : value;

    /// <summary>The block's keys; the names are the form's own.</summary>
    private sealed class Block
    {
        public string? Type { get; set; }

        public string? DefaultValue { get; set; }

        public bool SupportsWildcards { get; set; }

        public List<string>? Aliases { get; set; }

        public List<PageParameterSet>? ParameterSets { get; set; }

        public bool DontShow { get; set; }

        public List<string>? AcceptedValues { get; set; }

        public string? HelpMessage { get; set; }
    }
}
