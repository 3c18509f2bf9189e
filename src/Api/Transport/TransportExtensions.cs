using GraphQL;
using GraphQL.Execution;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Transport.Errors;
using LicenseTracker.Api.Transport.GraphiQL;
using LicenseTracker.Api.Transport.Guard;
using LicenseTracker.Api.Transport.Health;
using LicenseTracker.Api.Transport.Http;
using Microsoft.Extensions.Options;

namespace LicenseTracker.Api.Transport;

/// <summary>Puts the HTTP door in front of a contract.</summary>
public static class TransportExtensions
{
    /// <summary>Serves the contract that the two root classes describe. Call <c>AddAccess</c> too: the door asks it who calls.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="masterKey">The installation's secret: global ids and cursors are sealed with a key derived from it.</param>
    /// <param name="configure">Limits other than the defaults.</param>
    public static IServiceCollection AddTransport<TQuery, TMutation>(
        this IServiceCollection services, ReadOnlySpan<byte> masterKey, Action<TransportOptions>? configure = null)
    {
        services.AddOptions<TransportOptions>().BindConfiguration("GraphQL").Configure(configure ?? (_ => { })).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(s => s.GetRequiredService<IOptions<TransportOptions>>().Value);
        services.AddContract<TQuery, TMutation>(masterKey);
        services.AddGraphQL(engine => engine.AddSystemTextJson());
        services.AddSingleton<IErrorInfoProvider, ShownErrors>();
        services.AddSingleton<Faults>().AddSingleton<DocumentCache>().AddSingleton<GraphQLExecutor>();
        services.AddSingleton<RequestReader>().AddSingleton<ResponseWriter>().AddSingleton<GraphQLEndpoint>();
        services.AddHealthChecks();
        return services;
    }

    /// <summary>Maps <c>/graphql</c>, <c>/graphiql</c> where it is served, and <c>/health</c>.</summary>
    public static void MapTransport(this IEndpointRouteBuilder app)
    {
        var endpoint = app.ServiceProvider.GetRequiredService<GraphQLEndpoint>();
        app.Map("/graphql", endpoint.HandleAsync);
        app.MapGraphiQL();
        app.MapHealth();
    }
}
