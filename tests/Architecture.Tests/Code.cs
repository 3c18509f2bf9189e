using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace LicenseTracker.Architecture.Tests;

/// <summary>Reads off compiled code what a type refers to: in its signatures, its attributes and every instruction of its methods.</summary>
internal static class Code
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields().Select(f => f.GetValue(null)).OfType<OpCode>().ToDictionary(c => c.Value);

    /// <summary>The types as they were written: those the compiler made belong to the type they were made for.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) =>
        assembly.GetTypes().Where(t => t.DeclaringType is null && !t.Name.StartsWith('<') && t.Namespace?.StartsWith("LicenseTracker", StringComparison.Ordinal) == true);

    /// <summary>Every member that the type, or one nested in it, refers to.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) => Members(type, _ => true);

    /// <summary>The same, of those methods only.</summary>
    public static IEnumerable<MemberInfo> Members(Type type, Func<MethodBase, bool> of) =>
        Nested(type).SelectMany(t => t.GetMembers(All).OfType<MethodBase>().Where(of).SelectMany(Used)).Distinct();

    /// <summary>Every type that the type, or one nested in it, refers to, generic arguments and element types included.</summary>
    public static IEnumerable<Type> Types(Type type) =>
        Nested(type).SelectMany(Signatures).Concat(Members(type).SelectMany(Mentioned)).SelectMany(Flat).Distinct();

    private static IEnumerable<Type> Nested(Type type) => type.GetNestedTypes(All).SelectMany(Nested).Prepend(type);

    private static IEnumerable<Type> Signatures(Type type) =>
        type.GetInterfaces().Append(type.BaseType).OfType<Type>()
            .Concat(Attributes(type))
            .Concat(type.GetFields(All).Select(f => f.FieldType))
            .Concat(type.GetProperties(All).Select(p => p.PropertyType))
            .Concat(type.GetMembers(All).SelectMany(m => Attributes(m).Concat(Mentioned(m))))
            .Concat(type.GetMembers(All).OfType<MethodBase>().SelectMany(m => m.GetParameters()).SelectMany(p => Attributes(p)));

    private static IEnumerable<Type> Attributes(ICustomAttributeProvider on) => on switch
    {
        MemberInfo member => member.CustomAttributes.Select(a => a.AttributeType),
        ParameterInfo parameter => parameter.CustomAttributes.Select(a => a.AttributeType),
        _ => [],
    };

    private static IEnumerable<Type> Mentioned(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(p => p.ParameterType), .. method.IsGenericMethod ? method.GetGenericArguments() : [], .. Owner(method)],
        ConstructorInfo constructor => [.. constructor.GetParameters().Select(p => p.ParameterType), .. Owner(constructor)],
        FieldInfo field => [field.FieldType, .. Owner(field)],
        _ => [],
    };

    private static Type[] Owner(MemberInfo member) => member.DeclaringType is { } owner ? [owner] : [];

    private static IEnumerable<Type> Flat(Type type) =>
        type.HasElementType ? Flat(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Flat).Prepend(type.GetGenericTypeDefinition())
        : [type];

    private static IEnumerable<MemberInfo> Used(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;
        var typeArguments = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            short value = code[at++];
            if (value == 0xFE)
                value = (short)(0xFE00 | code[at++]);
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }
}

/// <summary>Where the source lies.</summary>
internal static class Checkout
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../.."));

    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
