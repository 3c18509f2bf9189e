using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Projections;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Clinics;
using LicenseTracker.Projections.Facts;
using Marten;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LicenseTracker.Api.Composition;

/// <summary>Wires the store: one connection pool, Marten with the inline views, the keyring and the one path of every command.</summary>
public static class StoreServices
{
    /// <summary>The purpose of the key that wraps data keys.</summary>
    public const string KeyWrapping = "data-key-wrapping";

    private const int KeyConnectionsAtMost = 4;

    public static IServiceCollection AddStore(this IServiceCollection services, string connectionString, Func<string, byte[]> deriveKey)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(Tuned(connectionString)));
        services.AddKeyedSingleton(nameof(Keyring), (_, _) => KeyConnections(connectionString));
        services.AddSingleton(provider => new Keyring(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(nameof(Keyring)), deriveKey(KeyWrapping), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPersonalReader>(provider => provider.GetRequiredService<Keyring>());
        services.AddOptions<CommandLimits>().BindConfiguration("Commands");
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<CommandLimits>>().Value);
        services.AddSingleton<Ids>();
        services.AddSingleton<Recorder>();
        services.AddMarten(provider =>
        {
            var options = new StoreOptions();
            StoreSetup.Configure(
                options, provider.GetRequiredService<TimeProvider>(), new CardProjection(provider.GetRequiredService<IPersonalReader>()), new ClinicProjection());
            return options;
        }).UseNpgsqlDataSource().ApplyAllDatabaseChangesOnStartup();
        return services;
    }

    /// <summary>The same few dozen statements come again and again: prepared once per connection. Nothing of a session outlives its transaction.</summary>
    private static string Tuned(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true }.ConnectionString;

    /// <summary>The keyring's own few connections: a command asks it while it holds one of the store's, and those may all be held so.</summary>
    public static NpgsqlDataSource KeyConnections(string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = KeyConnectionsAtMost, MinPoolSize = 0 });
}
