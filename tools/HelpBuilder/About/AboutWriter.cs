using System.Text;
using JobDraftsPS.HelpBuilder.Pages;

namespace JobDraftsPS.HelpBuilder.About;

/// <summary>Writes an about topic as the plain text that Get-Help shows.</summary>
internal static class AboutWriter
{
    private const int Width = 80;
    private const string Indent = "    ";

    /// <summary>Reads a page and gives the topic's text.</summary>
    /// <exception cref="PageException">The page has a form that plain text cannot show.</exception>
    public static string Write(string file)
    {
        var page = MarkdownPage.Read(file);
        if (page.Title != Path.GetFileNameWithoutExtension(file))
        {
            throw new PageException(file, 1, $"The title has to be the topic's name, {Path.GetFileNameWithoutExtension(file)}.");
        }

        var text = new StringBuilder().AppendLine("TOPIC").Append(Indent).AppendLine(page.Title);
        foreach (var section in page.Sections)
        {
            text.AppendLine().AppendLine(section.Title);
            Write(text, PlainText.Of(file, section.Blocks));
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Write(StringBuilder text, IReadOnlyList<Paragraph> paragraphs)
    {
        for (var index = 0; index < paragraphs.Count; index++)
        {
            var (paragraph, isItem) = (paragraphs[index], paragraphs[index].Text.StartsWith("- ", StringComparison.Ordinal));
            if (index > 0 && !(isItem && paragraphs[index - 1].Text.StartsWith("- ", StringComparison.Ordinal)))
            {
                text.AppendLine();
            }

            foreach (var line in paragraph.IsCode ? paragraph.Text.Split('\n').Select(line => Indent + line) : Wrap(paragraph.Text, isItem ? "  " : string.Empty))
            {
                text.AppendLine((Indent + line).TrimEnd());
            }
        }
    }

    private static IEnumerable<string> Wrap(string text, string hanging)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > hanging.Length && Indent.Length + line.Length + 1 + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear().Append(hanging).Append(word);
            }
            else
            {
                line.Append(line.Length == 0 ? string.Empty : " ").Append(word);
            }
        }

        yield return line.ToString();
    }
}
