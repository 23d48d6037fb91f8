using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Text;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Connections;

/// <summary>
/// All that a session let anybody see, as one text: every stream, every member of every object as a conversion to JSON walks it, every
/// exception with what it carries, what the host showed (which is what a transcript keeps), and every file.
/// </summary>
internal sealed class Spoken
{
    private const int Deepest = 8;

    private readonly StringBuilder text = new();

    public string Text => text.ToString();

    public void Add(string said) => text.AppendLine(said);

    public void Add(RunResult result)
    {
        foreach (var item in result.Output)
        {
            Add(item);
        }

        foreach (var error in result.AllErrors)
        {
            Add(error);
        }

        text.AppendJoin('\n', result.Warnings.Concat(result.Verbose).Concat(result.Debug).Concat(result.Information)).AppendLine();
    }

    /// <summary>What the host showed, and what its progress said.</summary>
    public void Add(RecordingHost host)
    {
        Add(host.Shown);
        foreach (var progress in host.Progress)
        {
            text.AppendLine(progress.ToString()).AppendLine(progress.Activity).AppendLine(progress.StatusDescription).AppendLine(progress.CurrentOperation);
        }

        text.AppendJoin('\n', host.Questions.Concat(host.Captions)).AppendLine();
    }

    /// <summary>Every file below a folder, with its name.</summary>
    public void AddFiles(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            text.AppendLine(file);
            try
            {
                text.AppendLine(File.ReadAllText(file));
            }
            catch (IOException)
            {
                // Another test's run has it for the moment, or it is gone.
            }
        }
    }

    private void Add(PSObject item)
    {
        switch (item.BaseObject)
        {
            case ErrorRecord error:
                Add(error);
                return;
            case Exception error:
                Add(error);
                return;
        }

        text.AppendLine(item.ToString()).AppendLine(PSSerializer.Serialize(item, 6));
        Walk(item.BaseObject, 0, new HashSet<object>(ReferenceEqualityComparer.Instance));
    }

    private void Add(ErrorRecord error)
    {
        text.AppendLine(error.ToString()).AppendLine(error.ErrorDetails?.Message).AppendLine(error.ErrorDetails?.RecommendedAction).AppendLine(error.TargetObject?.ToString())
            .AppendLine(error.FullyQualifiedErrorId).AppendLine(error.CategoryInfo.ToString()).AppendLine(error.ScriptStackTrace);
        Add(error.Exception);
    }

    private void Add(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            // Deeper than this it goes on into the runtime's own description of the method that threw.
            text.AppendLine(cause.ToString()).AppendLine(PSSerializer.Serialize(cause, 1));
            foreach (DictionaryEntry datum in cause.Data)
            {
                text.AppendLine(datum.Key.ToString()).AppendLine(datum.Value?.ToString());
            }

            Walk(cause, 0, new HashSet<object>(ReferenceEqualityComparer.Instance));
        }
    }

    private void Walk(object? value, int depth, HashSet<object> seen)
    {
        if (value is null || depth > Deepest || (!value.GetType().IsValueType && value is not string && !seen.Add(value)))
        {
            return;
        }

        switch (value)
        {
            case string or Type or MemberInfo or Delegate:
                text.AppendLine(value.ToString());
                return;
            case IDictionary members:
                foreach (DictionaryEntry member in members)
                {
                    Walk(member.Key, depth + 1, seen);
                    Walk(member.Value, depth + 1, seen);
                }

                return;
            case IEnumerable items:
                foreach (var item in items)
                {
                    Walk(item, depth + 1, seen);
                }

                return;
        }

        text.AppendLine(value.ToString());
        if (value.GetType().Namespace?.StartsWith("JobDraftsPS", StringComparison.Ordinal) != true)
        {
            return;
        }

        foreach (var property in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0))
        {
            Walk(property.GetValue(value), depth + 1, seen);
        }
    }
}
