using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Composition;
using LicenseTracker.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Wolverine;

namespace LicenseTracker.Api.Tests.Commands;

/// <summary>A store of its own in a fresh database, with every handler, and no web server.</summary>
public sealed class Store : IAsyncLifetime
{
    private IHost host = null!;
    private readonly Guid run = Guid.NewGuid();
    private int keys;

    /// <summary>The clock of every recorded time; move it as a test needs.</summary>
    public MovableClock Clock { get; } = new();

    public string ConnectionString { get; private set; } = "";

    public IServiceProvider Services => host.Services;

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>A store whose database sessions have these PostgreSQL parameters, as <c>-c name=value</c>.</summary>
    public static async Task<Store> WithSessionsAsync(string parameters)
    {
        var connection = new NpgsqlConnectionStringBuilder(await TestDatabase.CreateAsync(nameof(Store))) { Options = parameters };
        var store = new Store { ConnectionString = connection.ConnectionString };
        await store.InitializeAsync();
        return store;
    }

    /// <summary>The same record served by another node, which remembers nothing yet.</summary>
    public async Task<Store> SecondNodeAsync()
    {
        var second = new Store { ConnectionString = ConnectionString };
        await second.InitializeAsync();
        return second;
    }

    public async ValueTask InitializeAsync()
    {
        if (ConnectionString.Length == 0)
            ConnectionString = await TestDatabase.CreateAsync(nameof(Store));
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddStore(ConnectionString, _ => new byte[32]);
        builder.AddMessages();
        host = builder.Build();
        await host.StartAsync();
    }

    /// <summary>Gives a command as the registrar, under a fresh key unless one is named.</summary>
    public async Task<Outcome> GiveAsync<TCommand>(TCommand command, string? key = null, byte digest = 1)
        where TCommand : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        var by = By(key ?? $"key-{run}-{Interlocked.Increment(ref keys)}", typeof(TCommand).Name, digest);
        return await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync<Outcome>(new Order<TCommand>(command, by), TestContext.Current.CancellationToken);
    }

    public static OrderContext By(string key, string mutation, byte digest = 1) =>
        new("registrar-1", "Rita Registrar", "REGISTRAR", mutation, key, [digest], "request-1");

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}

/// <summary>The system's clock until it is set; then it stands still until set again.</summary>
public sealed class MovableClock : TimeProvider
{
    public DateTimeOffset? Set { get; set; }

    public override DateTimeOffset GetUtcNow() => Set ?? System.GetUtcNow();
}
