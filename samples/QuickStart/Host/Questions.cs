using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace JobDraftsPS.QuickStart.Host;

/// <summary>Questions to the person at the console: choices, missing parameters, credentials.</summary>
internal sealed class Questions(Screen screen)
{
    /// <summary>Asks until one of the choices is named; Enter takes the default where there is one (0 or more).</summary>
    public int Choose(string caption, string message, Collection<ChoiceDescription> descriptions, int defaultChoice)
    {
        Keyboard.RequirePerson();
        var choices = descriptions.Select(Choice.From).ToList();
        var standard = defaultChoice >= 0 ? $" (default is \"{choices[defaultChoice].Key}\")" : string.Empty;
        Introduce(caption, message);
        while (true)
        {
            screen.Ask($"{string.Join("  ", choices)}  [?] Help{standard}: ");
            var answer = Keyboard.ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            var chosen = choices.FindIndex(choice => choice.IsMeantBy(answer));
            if (chosen >= 0)
            {
                return chosen;
            }

            if (answer == "?")
            {
                choices.ForEach(choice => Tell($"{choice.Key} - {choice.Help}"));
            }
        }
    }

    /// <summary>Asks for one value a field; the engine converts the text to the field's type.</summary>
    public Dictionary<string, PSObject> Fill(string caption, string message, Collection<FieldDescription> fields)
    {
        Keyboard.RequirePerson();
        Introduce(caption, message);
        return fields.ToDictionary(field => field.Name, field => PSObject.AsPSObject(Read(field)));
    }

    public PSCredential AskCredential(string caption, string message, string userName)
    {
        Keyboard.RequirePerson();
        Introduce(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            screen.Ask("User: ");
            userName = Keyboard.ReadLine();
        }

        return new PSCredential(userName, ReadSecret($"Password for {userName}: "));
    }

    private object Read(FieldDescription field)
    {
        var type = Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
        if (type == typeof(SecureString))
        {
            return ReadSecret($"{field.Name}: ");
        }

        if (type == typeof(PSCredential))
        {
            return AskCredential(field.Name, field.HelpMessage, string.Empty);
        }

        if (type.IsArray)
        {
            return ReadList(field.Name);
        }

        screen.Ask($"{field.Name}: ");
        return Keyboard.ReadLine();
    }

    // An empty answer ends the list.
    private object[] ReadList(string name)
    {
        var items = new List<object>();
        while (true)
        {
            screen.Ask($"{name}[{items.Count}]: ");
            var answer = Keyboard.ReadLine();
            if (answer.Length == 0)
            {
                return [.. items];
            }

            items.Add(answer);
        }
    }

    private SecureString ReadSecret(string question)
    {
        screen.Ask(question);
        var secret = Keyboard.ReadSecret();
        Tell(string.Empty);
        return secret;
    }

    private void Introduce(string caption, string message)
    {
        foreach (var line in new[] { caption, message }.Where(line => !string.IsNullOrEmpty(line)))
        {
            Tell(line);
        }
    }

    private void Tell(string line) => screen.Ask(line + Environment.NewLine);
}
