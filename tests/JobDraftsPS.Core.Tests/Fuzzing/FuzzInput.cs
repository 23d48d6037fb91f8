using System.Text;

namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>A good text, and what was done to it.</summary>
internal sealed record FuzzInput(string Seed, IReadOnlyList<FuzzStep> Steps)
{
    /// <summary>No text grows beyond this: what is too long has tests of its own.</summary>
    private const int Longest = 64 * 1024;

    public byte[] Bytes { get; } = Apply(Encoding.UTF8.GetBytes(Seed), Steps);

    /// <summary>The same with fewer steps: the least that fails is what a person wants to see.</summary>
    public IEnumerable<FuzzInput> Smaller() =>
        Enumerable.Range(0, Steps.Count).Select(left => this with { Steps = [.. Steps.Where((_, index) => index != left)] });

    public override string ToString() => $"{Encoding.Latin1.GetString(Bytes)}\n(base64 {Convert.ToBase64String(Bytes)})";

    private static byte[] Apply(byte[] bytes, IReadOnlyList<FuzzStep> steps)
    {
        var text = bytes.ToList();
        foreach (var step in steps.Where(_ => text.Count < Longest))
        {
            var at = step.At % (text.Count + 1);
            var length = Math.Min(step.Length, text.Count - at);
            var token = FuzzTokens.All[step.Token % FuzzTokens.All.Count];
            switch (step.Deed)
            {
                case FuzzDeed.Insert:
                    text.InsertRange(at, token);
                    break;
                case FuzzDeed.Replace:
                    text.RemoveRange(at, length);
                    text.InsertRange(at, token);
                    break;
                case FuzzDeed.Remove:
                    text.RemoveRange(at, length);
                    break;
                case FuzzDeed.Repeat:
                    text.InsertRange(at, Enumerable.Repeat(text.GetRange(at, length), 1 + step.Token % 20).SelectMany(part => part).ToArray());
                    break;
                case FuzzDeed.Flip when at < text.Count:
                    text[at] = (byte)(text[at] ^ (1 << (step.Token % 8)));
                    break;
                case FuzzDeed.CutOff:
                    text.RemoveRange(at, text.Count - at);
                    break;
            }
        }

        return [.. text];
    }
}
