using System.Reflection.Metadata;

namespace JobDraftsPS.Tests.Loading.Metadata;

/// <summary>A set of assemblies that must be enough for each other: follows references as the runtime would, without running anything.</summary>
internal sealed class Closure(IReadOnlyDictionary<string, AssemblyFile> assemblies)
{
    /// <summary>What of an assembly's references leads nowhere, in words.</summary>
    public IEnumerable<string> Unresolved(AssemblyFile file)
    {
        foreach (var handle in file.Reader.TypeReferences)
        {
            if (TypeNames.AssemblyOf(file.Reader, handle) is { } assembly && Find(assembly, TypeNames.Of(file.Reader, handle)) is null)
            {
                yield return $"{file.Name.Name}: no type {TypeNames.Of(file.Reader, handle)} in {assembly}";
            }
        }

        foreach (var handle in file.Reader.MemberReferences)
        {
            var member = file.Reader.GetMemberReference(handle);
            if (Definition(file, member.Parent) is { } owner && !HasMember(owner, file, member))
            {
                yield return $"{file.Name.Name}: no {file.Reader.GetString(member.Name)} {Signature(file, member)} in {owner.Name}";
            }
        }
    }

    /// <summary>The definition of a type, where it was moved too.</summary>
    private FoundType? Find(string? assembly, string name)
    {
        for (var hops = 0; assembly is not null && hops < 8; hops++)
        {
            if (!assemblies.TryGetValue(assembly, out var file))
            {
                return null;
            }

            if (file.FindType(name) is { } handle)
            {
                return new FoundType(file, handle, name);
            }

            assembly = file.FindForward(name);
        }

        return null;
    }

    /// <summary>The type that a handle means; null for arrays and type parameters, whose members the runtime makes, and for what leads nowhere.</summary>
    private FoundType? Definition(AssemblyFile file, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return new FoundType(file, (TypeDefinitionHandle)handle, TypeNames.Of(file.Reader, (TypeDefinitionHandle)handle));
            case HandleKind.TypeReference:
                var reference = (TypeReferenceHandle)handle;
                return Find(TypeNames.AssemblyOf(file.Reader, reference), TypeNames.Of(file.Reader, reference));
            case HandleKind.TypeSpecification:
                var blob = file.Reader.GetBlobReader(file.Reader.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
                {
                    return null;
                }

                // A class or a value type; the generic type itself follows.
                blob.ReadCompressedInteger();
                return Definition(file, blob.ReadTypeHandle());
            default:
                return null;
        }
    }

    private bool HasMember(FoundType owner, AssemblyFile file, MemberReference member)
    {
        var name = file.Reader.GetString(member.Name);
        var wanted = Signature(file, member);
        for (FoundType? type = owner; type is not null; type = Definition(type.File, type.Definition.BaseType))
        {
            var reader = type.File.Reader;
            var found = member.GetKind() == MemberReferenceKind.Field
                ? type.Definition.GetFields().Select(reader.GetFieldDefinition)
                    .Any(field => reader.StringComparer.Equals(field.Name, name) && field.DecodeSignature(new SignatureText(), null) == wanted)
                : type.Definition.GetMethods().Select(reader.GetMethodDefinition)
                    .Any(method => reader.StringComparer.Equals(method.Name, name) && SignatureText.Of(method.DecodeSignature(new SignatureText(), null)) == wanted);
            if (found)
            {
                return true;
            }

            if (type.Definition.BaseType.IsNil)
            {
                return false;
            }
        }

        return false;
    }

    private static string Signature(AssemblyFile file, MemberReference member) => member.GetKind() == MemberReferenceKind.Field
        ? member.DecodeFieldSignature(new SignatureText(), null)
        : SignatureText.Of(member.DecodeMethodSignature(new SignatureText(), null));
}
