using System.Reflection;
using System.Reflection.Emit;

namespace JobDraftsPS.Tests.Surface;

/// <summary>Which methods the code of a class can come to, read from its instructions; follows calls, lambdas and iterators within one assembly.</summary>
internal sealed class MethodReach
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private readonly HashSet<MethodBase> seen = [];
    private readonly Assembly assembly;

    private MethodReach(Assembly assembly) => this.assembly = assembly;

    /// <summary>Everything that the methods which a class itself declares come to, and what it does with a row where that stands in a base.</summary>
    public static IReadOnlyCollection<MethodBase> Of(Type type)
    {
        var reach = new MethodReach(type.Assembly);
        foreach (var method in type.GetMethods(All).Append(type.GetMethod("ProcessRecord", BindingFlags.Instance | BindingFlags.NonPublic)!))
        {
            reach.Follow(method);
        }

        return reach.seen;
    }

    private void Follow(MethodBase method)
    {
        if (!seen.Add(method) || method.DeclaringType?.Assembly != assembly)
        {
            return;
        }

        foreach (var called in Calls(method))
        {
            Follow(called);

            // The code of an iterator or an async method is in a class that the compiler makes; creating it is as good as running it.
            if (called is ConstructorInfo { DeclaringType: { } made } && made.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)))
            {
                foreach (var step in made.GetMethods(All).Where(step => step.Name == "MoveNext"))
                {
                    Follow(step);
                }
            }
        }
    }

    private static IEnumerable<MethodBase> Calls(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var instruction = Codes[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += instruction.Size;
            if (instruction.OperandType == OperandType.InlineMethod)
            {
                yield return method.Module.ResolveMethod(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
            }

            at += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
