using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Composition;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace LicenseTracker.Api.Tests.Commands;

/// <summary>A store of its own in a fresh database.</summary>
public sealed class Store : IAsyncLifetime
{
    private IHost host = null!;

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public IServiceProvider Services => host.Services;

    public Recorder Recorder => Services.GetRequiredService<Recorder>();

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask InitializeAsync()
    {
        var server = Environment.GetEnvironmentVariable("LICENSETRACKER_TEST_POSTGRES")!;
        var name = "t" + Guid.NewGuid().ToString("N");
        await using (var admin = NpgsqlDataSource.Create(server))
        await using (var create = admin.CreateCommand($"CREATE DATABASE {name}"))
            await create.ExecuteNonQueryAsync();
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton(Clock);
        builder.Services.AddStore(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString, _ => new byte[32]);
        host = builder.Build();
        await host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    public static OrderContext By(string key, string mutation = "test", byte digest = 1) =>
        new("registrar-1", "Rita Registrar", "REGISTRAR", mutation, key, [digest], "request-1");
}
