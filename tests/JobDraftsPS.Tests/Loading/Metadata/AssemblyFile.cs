using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace JobDraftsPS.Tests.Loading.Metadata;

/// <summary>An assembly read as data: nothing of it is loaded or run.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private readonly PEReader image;
    private readonly Dictionary<string, TypeDefinitionHandle> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExportedTypeHandle> forwards = new(StringComparer.Ordinal);

    public AssemblyFile(string path)
    {
        image = new PEReader(File.OpenRead(path));
        Reader = image.GetMetadataReader();
        Name = Reader.GetAssemblyDefinition().GetAssemblyName();
        References = [.. Reader.AssemblyReferences.Select(handle => Reader.GetAssemblyReference(handle).GetAssemblyName())];
        foreach (var handle in Reader.TypeDefinitions)
        {
            types.TryAdd(TypeNames.Of(Reader, handle), handle);
        }

        foreach (var handle in Reader.ExportedTypes)
        {
            forwards.TryAdd(TypeNames.Of(Reader, handle), handle);
        }
    }

    public MetadataReader Reader { get; }

    public AssemblyName Name { get; }

    public IReadOnlyList<AssemblyName> References { get; }

    public TypeDefinitionHandle? FindType(string name) => types.TryGetValue(name, out var handle) ? handle : null;

    /// <summary>The assembly that a type was moved to; null when this one says nothing about it.</summary>
    public string? FindForward(string name)
    {
        if (!forwards.TryGetValue(name, out var handle))
        {
            return null;
        }

        var implementation = Reader.GetExportedType(handle).Implementation;
        while (implementation.Kind == HandleKind.ExportedType)
        {
            implementation = Reader.GetExportedType((ExportedTypeHandle)implementation).Implementation;
        }

        return implementation.Kind == HandleKind.AssemblyReference
            ? Reader.GetString(Reader.GetAssemblyReference((AssemblyReferenceHandle)implementation).Name)
            : null;
    }

    public void Dispose() => image.Dispose();

    /// <summary>All managed assemblies of folders, by name; of two with one name the first folder's.</summary>
    public static Dictionary<string, AssemblyFile> ReadAll(params string[] folders)
    {
        var found = new Dictionary<string, AssemblyFile>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")).Where(IsAssembly))
        {
            var file = new AssemblyFile(path);
            if (!found.TryAdd(file.Name.Name!, file))
            {
                file.Dispose();
            }
        }

        return found;
    }

    /// <summary>The framework also has libraries of native code and parts of assemblies.</summary>
    private static bool IsAssembly(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        return image.HasMetadata && image.GetMetadataReader().IsAssembly;
    }
}
