using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Filling;

/// <summary>A person at the host who answers each question about a field with what the test has ready for it, one after the other.</summary>
internal sealed class Person
{
    private readonly Dictionary<string, Queue<string>> ready;

    /// <summary>Creates a person.</summary>
    /// <param name="answers">The answers by field; the last one is given from then on. A field that is not named is skipped.</param>
    public Person(params (string Field, string[] Answers)[] answers)
    {
        ready = answers.ToDictionary(pair => pair.Field, pair => new Queue<string>(pair.Answers));
        Host = new RecordingHost(answer: question => Answer(question) ?? "Skip", type: Answer);
    }

    public RecordingHost Host { get; }

    /// <summary>Runs before an answer is given, with the number of the question from 1.</summary>
    public Action<int>? Asked { get; set; }

    /// <summary>The fields asked for, in order.</summary>
    public IReadOnlyList<string> Fields => [.. Host.Questions.Select(FieldOf)];

    private string? Answer(string question)
    {
        Asked?.Invoke(Host.Questions.Count);
        return ready.TryGetValue(FieldOf(question), out var answers) ? answers.Count > 1 ? answers.Dequeue() : answers.Peek() : null;
    }

    private static string FieldOf(string question)
    {
        const string Mark = "Goes into ";
        var start = question.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        return question[start..question.IndexOf(' ', start)];
    }
}
