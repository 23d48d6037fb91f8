using System.Reflection.Metadata;

namespace JobDraftsPS.Tests.Loading.Metadata;

/// <summary>A type and the assembly that defines it.</summary>
internal sealed record FoundType(AssemblyFile File, TypeDefinitionHandle Handle, string Name)
{
    public TypeDefinition Definition => File.Reader.GetTypeDefinition(Handle);
}
