using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Projections;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using Marten;
using Npgsql;

namespace LicenseTracker.Api.Composition;

/// <summary>Wires the store: one connection pool, Marten with the inline views, the keyring and the one path of every command.</summary>
public static class StoreServices
{
    public static IServiceCollection AddStore(this IServiceCollection services, string connectionString, Func<string, byte[]> deriveKey)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddSingleton(provider => new Keyring(KeyringPool(connectionString), deriveKey("data-key-wrapping"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPersonalReader>(provider => provider.GetRequiredService<Keyring>());
        services.AddSingleton<Ids>();
        services.AddSingleton<Recorder>();
        services.AddMarten(provider =>
        {
            var options = new StoreOptions();
            StoreSetup.Configure(options, provider.GetRequiredService<TimeProvider>(), new CardProjection(provider.GetRequiredService<IPersonalReader>()));
            return options;
        }).UseNpgsqlDataSource().ApplyAllDatabaseChangesOnStartup();
        return services;
    }

    /// <summary>
    /// A few connections of the keyring's own: a command holds one of the common pool while it fetches a key, so many at once would
    /// otherwise wait for each other.
    /// </summary>
    private static NpgsqlDataSource KeyringPool(string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 4, MinPoolSize = 0 });
}
