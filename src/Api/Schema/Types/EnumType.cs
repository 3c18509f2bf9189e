using GraphQL.Types;

namespace LicenseTracker.Api.Schema.Types;

/// <summary>An enum of the contract: values in CONSTANT_CASE; postal codes and the like stay as they are.</summary>
internal sealed class EnumType<T> : EnumerationGraphType<T>
    where T : struct, Enum
{
    public EnumType()
    {
        Name = TypeNames.Of(typeof(T));
        Description ??= Descriptions.Of(typeof(T));
        foreach (var value in Values)
            value.Description ??= Descriptions.OfEnumValue(typeof(T), value.Value!.ToString()!);
    }
}
