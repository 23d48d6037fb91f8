using System.Management.Automation;
using System.Security;

namespace JobDraftsPS.QuickStart.Host;

/// <summary>What a person types. Without a person it fails at once instead of waiting or taking an answer from a pipe.</summary>
internal static class Keyboard
{
    /// <exception cref="PSInvalidOperationException">Input is redirected or has ended.</exception>
    public static string ReadLine()
    {
        RequirePerson();
        return Console.ReadLine() ?? throw new PSInvalidOperationException("The input ended before the question was answered.");
    }

    /// <summary>Reads without showing; the text is never held as a string.</summary>
    /// <exception cref="PSInvalidOperationException">Input is redirected.</exception>
    public static SecureString ReadSecret()
    {
        RequirePerson();
        var secret = new SecureString();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                secret.MakeReadOnly();
                return secret;
            }

            if (key.Key == ConsoleKey.Backspace)
            {
                if (secret.Length > 0)
                {
                    secret.RemoveAt(secret.Length - 1);
                }
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.AppendChar(key.KeyChar);
            }
        }
    }

    /// <exception cref="PSInvalidOperationException">Input is redirected.</exception>
    public static void RequirePerson()
    {
        if (Console.IsInputRedirected)
        {
            throw new PSInvalidOperationException(
                "This console cannot ask: its input is redirected. Give every value as a parameter, and -Confirm:$false where a question is expected.");
        }
    }
}
