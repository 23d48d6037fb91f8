using System.Collections;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>Reads everything that an object shows, as formatting and conversion do: what was read late must not fail late.</summary>
internal static class FuzzWalk
{
    private const int Deepest = 80;

    public static void Through(object? value, int depth = 0)
    {
        switch (value)
        {
            case null or string or MemberInfo:
            case not null when depth > Deepest:
                return;
            case IDictionary members:
                foreach (DictionaryEntry member in members)
                {
                    Through(member.Value, depth + 1);
                }

                return;
            case IEnumerable items:
                foreach (var item in items)
                {
                    Through(item, depth + 1);
                }

                return;
        }

        _ = value.ToString();
        if (value.GetType() is not { Namespace: { } name } type || !name.StartsWith("JobDraftsPS", StringComparison.Ordinal) && !type.IsGenericType)
        {
            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0))
        {
            try
            {
                Through(property.GetValue(value), depth + 1);
            }
            catch (TargetInvocationException error)
            {
                ExceptionDispatchInfo.Throw(error.InnerException!);
            }
        }
    }
}
