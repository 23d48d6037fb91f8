using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace JobDraftsPS.Tests.Loading;

/// <summary>What one assembly file asks of another, and what it offers, both as text that must be equal for the runtime to bind them.</summary>
internal static class MemberReferences
{
    /// <summary>Types and members that a file uses of the libraries named.</summary>
    public static IReadOnlySet<string> Used(string file, params string[] libraries)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        var names = new BindingNames();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeReferences)
        {
            used.Add(names.GetTypeFromReference(metadata, handle, 0));
        }

        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (Owner(metadata, member.Parent, names) is { } owner)
            {
                used.Add(Signature(owner, metadata.GetString(member.Name), member, names));
            }
        }

        return used.Where(name => libraries.Any(library => name.StartsWith($"[{library}]", StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Types and members that a file offers to others.</summary>
    /// <param name="file">The file.</param>
    /// <param name="withInternals">True for those who may see its internals.</param>
    public static IReadOnlySet<string> Offered(string file, bool withInternals = false)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        var names = new BindingNames();
        var offered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            var owner = names.GetTypeFromDefinition(metadata, handle, 0);

            // A type that only modifies a signature, as that of an init-only setter does, may be internal; members may not.
            offered.Add(owner);
            if (!withInternals && !IsVisible(metadata, type))
            {
                continue;
            }

            foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition).Where(method => withInternals || IsVisible(method.Attributes)))
            {
                offered.Add($"{owner}::{metadata.GetString(method.Name)}{Text(method.DecodeSignature(names, null))}");
            }

            foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition).Where(field => withInternals || IsVisible((MethodAttributes)field.Attributes)))
            {
                offered.Add($"{owner}::{metadata.GetString(field.Name)} {field.DecodeSignature(names, null)}");
            }
        }

        return offered;
    }

    private static string? Owner(MetadataReader metadata, EntityHandle parent, BindingNames names) => parent.Kind switch
    {
        HandleKind.TypeReference => names.GetTypeFromReference(metadata, (TypeReferenceHandle)parent, 0),
        // A member of a generic type is looked for in its definition; the arguments stand for themselves in the signature.
        HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)parent).DecodeSignature(names, null).Split('<')[0],
        _ => null,
    };

    private static string Signature(string owner, string name, MemberReference member, BindingNames names) => member.GetKind() == MemberReferenceKind.Method
        ? $"{owner}::{name}{Text(member.DecodeMethodSignature(names, null))}"
        : $"{owner}::{name} {member.DecodeFieldSignature(names, null)}";

    private static string Text(MethodSignature<string> signature) =>
        $"`{signature.GenericParameterCount}({string.Join(",", signature.ParameterTypes)}) {(signature.Header.IsInstance ? "instance " : string.Empty)}{signature.ReturnType}";

    private static bool IsVisible(MetadataReader metadata, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => IsVisible(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private static bool IsVisible(MethodAttributes attributes) => (attributes & MethodAttributes.MemberAccessMask)
        is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
}
