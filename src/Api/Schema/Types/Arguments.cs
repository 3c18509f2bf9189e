using System.Reflection;
using GraphQL.Types;
using LicenseTracker.Api.Access;

namespace LicenseTracker.Api.Schema.Types;

/// <summary>What a resolver's parameters mean.</summary>
internal static class Arguments
{
    /// <summary>A parameter of type <see cref="Caller"/> is who asks, never an argument of the contract.</summary>
    public static ArgumentInformation WithCaller(ArgumentInformation argument)
    {
        if (argument.ParameterInfo.ParameterType == typeof(Caller))
            argument.SetDelegate<Caller>(context => context.Caller());
        return argument;
    }

    /// <summary>The record parameter that a property was made from, if any.</summary>
    public static ParameterInfo? RecordParameter(MemberInfo property) =>
        property.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters())
            .FirstOrDefault(p => p.Name == property.Name && p.ParameterType == (property as PropertyInfo)?.PropertyType);

    /// <summary>The default a C# parameter carries. Reflection gives an optional enum's as a bare number: it is made an enum again.</summary>
    public static object? DefaultOf(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue || parameter.DefaultValue is not { } value)
            return null;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type.IsEnum ? Enum.ToObject(type, value) : value;
    }
}
