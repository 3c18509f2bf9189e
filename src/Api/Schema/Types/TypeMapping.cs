using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Types;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Schema.Scalars;

namespace LicenseTracker.Api.Schema.Types;

/// <summary>Which type of the contract stands for which CLR type: the one place where that is decided.</summary>
internal sealed class TypeMapping : IGraphTypeMappingProvider
{
    private static readonly Dictionary<Type, Type> Scalars = new()
    {
        [typeof(RelayId)] = typeof(IdScalar),
        [typeof(DateOnly)] = typeof(DateScalar),
        [typeof(DateTimeOffset)] = typeof(DateTimeScalar),
        [typeof(decimal)] = typeof(HoursScalar),
        [typeof(long)] = typeof(LongScalar),
        [typeof(JsonElement)] = typeof(JsonScalar),
        [typeof(JsonNode)] = typeof(JsonScalar),
        [typeof(JsonObject)] = typeof(JsonScalar),
        [typeof(int)] = typeof(IntGraphType),
        [typeof(string)] = typeof(StringGraphType),
        [typeof(bool)] = typeof(BooleanGraphType),
    };

    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredType)
    {
        if (Scalars.TryGetValue(clrType, out var scalar))
            return scalar;
        // A Guid, a float or a DateTime would put an unauthorised id or an inexact figure into the contract.
        if (SchemaTypes.BuiltInScalarMappings.ContainsKey(clrType) || clrType == typeof(object))
            throw new NotSupportedException(
                $"{clrType.Name} has no place in the contract: use RelayId, DateOnly, DateTimeOffset, decimal (Hours), long, int, string, bool or JsonElement.");
        if (clrType.IsEnum)
            return typeof(EnumType<>).MakeGenericType(clrType);
        if (isInputType)
            return typeof(InputType<>).MakeGenericType(clrType);
        return (ContractInterfaces.Contains(clrType) ? typeof(InterfaceType<>) : typeof(OutputType<>)).MakeGenericType(clrType);
    }
}
