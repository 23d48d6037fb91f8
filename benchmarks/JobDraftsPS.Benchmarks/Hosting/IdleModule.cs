using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;

namespace JobDraftsPS.Benchmarks.Hosting;

/// <summary>A module with the cmdlets, parameters and views of another one that does nothing: what an import costs at the least.</summary>
internal static class IdleModule
{
    private static readonly Assembly Engine = typeof(PSCmdlet).Assembly;

    /// <summary>Writes the module into a folder of its name.</summary>
    /// <returns>The path of its manifest.</returns>
    public static string Write(string folder, string name, IReadOnlyCollection<CmdletInfo> cmdlets, string? formatFile)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule(name);
        foreach (var cmdlet in cmdlets)
        {
            Define(module, cmdlet.ImplementingType);
        }

        assembly.Save(Path.Combine(home, name + ".dll"));
        if (formatFile is not null)
        {
            File.Copy(formatFile, Path.Combine(home, name + ".Format.ps1xml"));
        }

        var manifest = Path.Combine(home, name + ".psd1");
        File.WriteAllText(manifest, $$"""
            @{
                RootModule = '{{name}}.dll'
                ModuleVersion = '1.0.0'
                GUID = '{{Guid.NewGuid()}}'
                FormatsToProcess = @({{(formatFile is null ? "" : $"'{name}.Format.ps1xml'")}})
                FunctionsToExport = @()
                CmdletsToExport = @({{string.Join(", ", cmdlets.Select(cmdlet => $"'{cmdlet.Name}'"))}})
                VariablesToExport = @()
                AliasesToExport = @()
            }
            """);
        return manifest;
    }

    private static void Define(ModuleBuilder module, Type model)
    {
        var type = module.DefineType(model.Name, TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.Class, typeof(PSCmdlet));
        Copy(model.GetCustomAttributesData(), type.SetCustomAttribute);
        foreach (var parameter in model.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute))))
        {
            var valueType = IsKnown(parameter.PropertyType) ? parameter.PropertyType : typeof(object);
            var field = type.DefineField("_" + parameter.Name, valueType, FieldAttributes.Private);
            var property = type.DefineProperty(parameter.Name, PropertyAttributes.None, valueType, null);
            property.SetGetMethod(Getter(type, field, parameter.Name));
            property.SetSetMethod(Setter(type, field, parameter.Name));
            Copy(parameter.GetCustomAttributesData(), property.SetCustomAttribute);
        }

        type.CreateType();
    }

    private static MethodBuilder Getter(TypeBuilder type, FieldBuilder field, string name)
    {
        var method = type.DefineMethod("get_" + name, MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName, field.FieldType, null);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldfld, field);
        code.Emit(OpCodes.Ret);
        return method;
    }

    private static MethodBuilder Setter(TypeBuilder type, FieldBuilder field, string name)
    {
        var method = type.DefineMethod("set_" + name, MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName, null, [field.FieldType]);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Stfld, field);
        code.Emit(OpCodes.Ret);
        return method;
    }

    /// <summary>Copies what the engine itself reads; what the module made for itself stays behind.</summary>
    private static void Copy(IEnumerable<CustomAttributeData> attributes, Action<CustomAttributeBuilder> set)
    {
        foreach (var attribute in attributes.Where(attribute => attribute.AttributeType.Assembly == Engine && attribute.ConstructorArguments.All(IsKnown)))
        {
            var named = attribute.NamedArguments.Where(argument => argument.MemberInfo is PropertyInfo && IsKnown(argument.TypedValue)).ToArray();
            set(new CustomAttributeBuilder(
                attribute.Constructor,
                [.. attribute.ConstructorArguments.Select(Value)],
                [.. named.Select(argument => (PropertyInfo)argument.MemberInfo)],
                [.. named.Select(argument => Value(argument.TypedValue))]));
        }
    }

    private static bool IsKnown(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        Type type => IsKnown(type),
        ReadOnlyCollection<CustomAttributeTypedArgument> items => items.All(IsKnown),
        _ => true,
    };

    private static bool IsKnown(Type type) =>
        type.IsArray ? IsKnown(type.GetElementType()!)
        : type.Assembly.GetName().Name?.StartsWith("JobDraftsPS", StringComparison.Ordinal) != true && type.GetGenericArguments().All(IsKnown);

    private static object? Value(CustomAttributeTypedArgument argument)
    {
        if (argument.Value is not ReadOnlyCollection<CustomAttributeTypedArgument> items)
        {
            return argument.ArgumentType.IsEnum ? Enum.ToObject(argument.ArgumentType, argument.Value!) : argument.Value;
        }

        var array = Array.CreateInstance(argument.ArgumentType.GetElementType()!, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            array.SetValue(Value(items[i]), i);
        }

        return array;
    }
}
