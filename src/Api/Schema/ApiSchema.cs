using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Schema.Scalars;
using LicenseTracker.Api.Schema.Types;

namespace LicenseTracker.Api.Schema;

/// <summary>The contract, built from the root classes: <c>partial</c>, one file per noun, static methods.</summary>
internal sealed class ApiSchema<TQuery, TMutation> : global::GraphQL.Types.Schema
{
    public ApiSchema(IServiceProvider services)
        : base(services, runConfigurations: true)
    {
        Description = null;
        RegisterType(services.GetRequiredService<IdScalar>());
        Query = services.GetRequiredService<OutputType<TQuery>>();
        Mutation = services.GetRequiredService<OutputType<TMutation>>();
    }
}

/// <summary>Registers and prints the contract.</summary>
public static class SchemaExtensions
{
    internal static void AddContract<TQuery, TMutation>(this IServiceCollection services, ReadOnlySpan<byte> masterKey)
    {
        services.AddSingleton(new RelayIds(masterKey));
        services.AddSingleton<Pager>();
        services.AddScoped<NodeLookup>();
        services.AddSingleton<IdScalar>();
        foreach (var scalar in (Type[])[typeof(DateScalar), typeof(DateTimeScalar), typeof(HoursScalar), typeof(LongScalar), typeof(JsonScalar)])
            services.AddSingleton(scalar);
        foreach (var open in (Type[])[typeof(OutputType<>), typeof(InputType<>), typeof(InterfaceType<>), typeof(EnumType<>)])
            services.AddTransient(open);
        services.AddSingleton<IGraphTypeMappingProvider, TypeMapping>();
        services.AddSingleton<ISchema, ApiSchema<TQuery, TMutation>>();
    }

    /// <summary>The contract as SDL in alphabetical order, descriptions included: the text of the approved <c>schema.graphql</c>.</summary>
    public static string ToSdl(this ISchema schema, bool descriptions = true) => schema.Print(new PrintOptions
    {
        IncludeDescriptions = descriptions,
        IncludeDeprecationReasons = true,
        StringComparison = StringComparison.Ordinal,
    });

    /// <summary>Who asks. Every operation has a caller.</summary>
    public static Caller Caller(this IResolveFieldContext context) => (Caller)context.UserContext[nameof(Access.Caller)]!;
}
