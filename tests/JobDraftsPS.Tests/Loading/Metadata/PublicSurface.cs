using System.Reflection;
using System.Reflection.Metadata;

namespace JobDraftsPS.Tests.Loading.Metadata;

/// <summary>The assemblies that the public and protected signatures of an assembly name.</summary>
internal static class PublicSurface
{
    public static IReadOnlyCollection<string> AssembliesNamedBy(AssemblyFile file)
    {
        var reader = file.Reader;
        var text = new SignatureText();
        foreach (var type in reader.TypeDefinitions.Where(handle => IsVisible(reader, handle)).Select(reader.GetTypeDefinition))
        {
            Note(reader, text, type.BaseType);
            foreach (var contract in type.GetInterfaceImplementations())
            {
                Note(reader, text, reader.GetInterfaceImplementation(contract).Interface);
            }

            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition).Where(method => IsVisible(method.Attributes & MethodAttributes.MemberAccessMask)))
            {
                method.DecodeSignature(text, null);
                NoteConstraints(reader, text, method.GetGenericParameters());
            }

            foreach (var field in type.GetFields().Select(reader.GetFieldDefinition).Where(field => IsVisible((MethodAttributes)(field.Attributes & FieldAttributes.FieldAccessMask))))
            {
                field.DecodeSignature(text, null);
            }

            NoteConstraints(reader, text, type.GetGenericParameters());
        }

        return text.Assemblies;
    }

    private static void NoteConstraints(MetadataReader reader, SignatureText text, GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => reader.GetGenericParameter(parameter).GetConstraints()))
        {
            Note(reader, text, reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private static void Note(MetadataReader reader, SignatureText text, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference when !handle.IsNil: text.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0); break;
            case HandleKind.TypeSpecification: text.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)handle, 0); break;
        }
    }

    private static bool IsVisible(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(reader, type.GetDeclaringType()),
            _ => false,
        };
    }

    private static bool IsVisible(MethodAttributes access) => access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
}
