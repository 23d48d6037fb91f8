using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace JobDraftsPS.Core.Tests.Support;

/// <summary>Reads what the methods of an assembly call, from the file itself.</summary>
internal static class MethodBodies
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Every call of a member of another assembly: the caller's type and name, and the member as <c>Type.Member(parameters)</c>.</summary>
    public static IReadOnlyList<(string Type, string Method, string Called)> Calls(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var names = new SignatureNames();
        var calls = new List<(string, string, string)>();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            var type = names.GetTypeFromDefinition(metadata, method.GetDeclaringType(), 0);
            var name = metadata.GetString(method.Name);
            foreach (var token in Tokens(file.GetMethodBody(method.RelativeVirtualAddress).GetILReader()))
            {
                if (Called(metadata, token, names) is { } called)
                {
                    calls.Add((type, name, called));
                }
            }
        }

        return calls;
    }

    private static List<EntityHandle> Tokens(BlobReader code)
    {
        var tokens = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var operation = Codes[first == 0xfe ? unchecked((short)(0xfe00 | code.ReadByte())) : first];
            switch (operation.OperandType)
            {
                case OperandType.InlineNone: break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar: code.ReadByte(); break;
                case OperandType.InlineVar: code.ReadInt16(); break;
                case OperandType.InlineI8 or OperandType.InlineR: code.ReadInt64(); break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineMethod: tokens.Add(MetadataTokens.EntityHandle(code.ReadInt32())); break;
                default: code.ReadInt32(); break;
            }
        }

        return tokens;
    }

    private static string? Called(MetadataReader metadata, EntityHandle token, SignatureNames names)
    {
        if (token.Kind == HandleKind.MethodSpecification)
        {
            token = metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method;
        }

        if (token.Kind != HandleKind.MemberReference)
        {
            return null;
        }

        var member = metadata.GetMemberReference((MemberReferenceHandle)token);
        var owner = member.Parent.Kind switch
        {
            HandleKind.TypeReference => names.GetTypeFromReference(metadata, (TypeReferenceHandle)member.Parent, 0),
            HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)member.Parent).DecodeSignature(names, null),
            _ => "?",
        };
        var parameters = member.DecodeMethodSignature(names, null).ParameterTypes;
        return $"{owner}.{metadata.GetString(member.Name)}({string.Join(", ", parameters)})";
    }
}
