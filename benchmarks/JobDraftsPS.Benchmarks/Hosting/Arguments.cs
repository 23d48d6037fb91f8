using System.Globalization;

namespace JobDraftsPS.Benchmarks.Hosting;

/// <summary>The <c>--name value</c> pairs of a command line.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public Arguments(IEnumerable<string> words)
    {
        string? name = null;
        foreach (var word in words)
        {
            if (name is null)
            {
                name = word.StartsWith("--", StringComparison.Ordinal) ? word[2..] : throw new ArgumentException($"'{word}' is no --name.");
            }
            else
            {
                values[name] = word;
                name = null;
            }
        }

        if (name is not null)
        {
            throw new ArgumentException($"--{name} has no value.");
        }
    }

    public string? Find(string name) => values.GetValueOrDefault(name);

    public string Text(string name) => Find(name) ?? throw new ArgumentException($"--{name} is needed.");

    public int Number(string name, int otherwise) => Find(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
