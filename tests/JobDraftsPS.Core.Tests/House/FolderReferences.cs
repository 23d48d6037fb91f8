using System.Reflection;
using System.Reflection.Emit;

namespace JobDraftsPS.Core.Tests.House;

/// <summary>Which folders of an assembly refer to which: base types, interfaces, fields, signatures, locals and what method bodies name.</summary>
internal sealed class FolderReferences
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    private readonly string root;
    private readonly Dictionary<(string From, string To), string> edges = [];

    private FolderReferences(string root) => this.root = root + ".";

    /// <summary>The references between folders, each with one place that makes it.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="root">The namespace whose first parts below are the folders; a folder's own folders belong to it.</param>
    public static IReadOnlyDictionary<(string From, string To), string> Of(Assembly assembly, string root)
    {
        var found = new FolderReferences(root);
        foreach (var type in assembly.GetTypes())
        {
            found.Take(type);
        }

        return found.edges;
    }

    /// <summary>The folders of a cycle in their order, the first one again at the end; empty where there is none.</summary>
    public static IReadOnlyList<string> Cycle(IEnumerable<(string From, string To)> edges)
    {
        var next = edges.ToLookup(edge => edge.From, edge => edge.To);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var way = new List<string>();
        return next.Select(folder => folder.Key).OrderBy(name => name, StringComparer.Ordinal).Select(From).FirstOrDefault(cycle => cycle.Count > 0) ?? [];

        IReadOnlyList<string> From(string folder)
        {
            if (way.IndexOf(folder) is var at and >= 0)
            {
                return [.. way.Skip(at), folder];
            }

            if (!done.Add(folder))
            {
                return [];
            }

            way.Add(folder);
            var cycle = next[folder].Select(From).FirstOrDefault(found => found.Count > 0) ?? [];
            way.RemoveAt(way.Count - 1);
            return cycle;
        }
    }

    private void Take(Type type)
    {
        Refer(type, type.BaseType, "derives from");
        foreach (var contract in type.GetInterfaces())
        {
            Refer(type, contract, "implements");
        }

        foreach (var field in type.GetFields(All))
        {
            Refer(type, field.FieldType, $"field {field.Name}");
        }

        foreach (var method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
        {
            Refer(type, (method as MethodInfo)?.ReturnType, method.Name);
            foreach (var parameter in method.GetParameters())
            {
                Refer(type, parameter.ParameterType, method.Name);
            }

            if (method.GetMethodBody() is { } body)
            {
                foreach (var local in body.LocalVariables)
                {
                    Refer(type, local.LocalType, method.Name);
                }

                Read(type, method, body.GetILAsByteArray()!);
            }
        }
    }

    private void Read(Type type, MethodBase method, byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var number = code[at] == 0xFE ? 0xFE00 | code[at + 1] : code[at];
            at += number > 0xFF ? 2 : 1;
            switch (Codes[number].OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Refer(type, method, BitConverter.ToInt32(code, at));
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BitConverter.ToInt32(code, at));
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    at++;
                    break;
                case OperandType.InlineVar:
                    at += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    at += 8;
                    break;
                default:
                    at += 4;
                    break;
            }
        }
    }

    private void Refer(Type type, MethodBase method, int token)
    {
        var named = type.Module.ResolveMember(
            token,
            type.IsGenericType ? type.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null);
        Refer(type, named as Type ?? named!.DeclaringType, method.Name);
        if (named is MethodInfo { IsGenericMethod: true } made)
        {
            foreach (var argument in made.GetGenericArguments())
            {
                Refer(type, argument, method.Name);
            }
        }
    }

    private void Refer(Type from, Type? to, string where)
    {
        while (to is { HasElementType: true })
        {
            to = to.GetElementType();
        }

        if (to is null || to.IsGenericParameter)
        {
            return;
        }

        foreach (var argument in to.IsConstructedGenericType ? to.GetGenericArguments() : [])
        {
            Refer(from, argument, where);
        }

        if (to.Assembly == from.Assembly && FolderOf(from) is { } here && FolderOf(to) is { } there && here != there)
        {
            edges.TryAdd((here, there), $"{from} ({where}) -> {to}");
        }
    }

    private string? FolderOf(Type type) =>
        type.Namespace is { } name && name.StartsWith(root, StringComparison.Ordinal) ? name[root.Length..].Split('.')[0] : null;
}
