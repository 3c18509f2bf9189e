using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LicenseTracker.Api.Composition;
using LicenseTracker.Api.Demo;
using LicenseTracker.Api.Hosting;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using LicenseTracker.Projections.Schema;
using LicenseTracker.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LicenseTracker.Api.Tests.Demo;

/// <summary>The tests of the demonstration share one.</summary>
[CollectionDefinition(nameof(DemoServer))]
public sealed class OneDemoServer : ICollectionFixture<DemoServer>;

/// <summary>A server as `./start` brings it up on an empty record, with the whole demonstration.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    /// <summary>The day of the first run.</summary>
    public static readonly DateOnly Day = new(2026, 5, 4);

    private readonly ScratchFolder folder = new();
    private readonly HttpClient http = new();
    private WebApplication app = null!;

    public NpgsqlDataSource Database => app.Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask InitializeAsync()
    {
        app = Build(await TestDatabase.CreateAsync(nameof(DemoServer)), folder);
        await LoadAsync(app, null);
        await app.StartAsync();
        http.BaseAddress = new(app.Urls.First());
    }

    /// <summary>The host of a demonstration on this database; a folder keeps its key.</summary>
    public static WebApplication Build(string connectionString, ScratchFolder folder)
    {
        var data = new DataFolder(Path.Combine(folder.Root, "data"));
        var key = MasterKey.Load(data, new ConfigurationBuilder().Build());
        return WebHost.Build(new WebHostPlan(["http://127.0.0.1:0"], connectionString, key, data, Day));
    }

    public static Task LoadAsync(WebApplication app, int? batches) =>
        app.Services.GetRequiredService<DemoLoader>().LoadAsync(Day, batches, TestContext.Current.CancellationToken);

    /// <summary>Every fact that the load recorded, in the order of the store; what a sample query changed is no part of it.</summary>
    public static async Task<List<StoredFact>> FactsAsync(NpgsqlDataSource database)
    {
        var streams = new List<Guid>();
        await using var command = database.CreateCommand($"SELECT id FROM {Tables.Schema}.mt_streams");
        await using (var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await row.ReadAsync(TestContext.Current.CancellationToken))
                streams.Add(row.GetGuid(0));
        }

        return [.. (await FactReader.OfStreamsAsync(database, streams, TestContext.Current.CancellationToken)).Where(f => f.Causation == "loadDemo")];
    }

    public async Task<JsonElement[]> GetAsync(string path) =>
        await http.GetFromJsonAsync<JsonElement[]>(path, TestContext.Current.CancellationToken) ?? [];

    public async Task<JsonElement> AskAsync(string token, string query, string variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, variables = JsonSerializer.Deserialize<JsonElement>(variables) }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        folder.Dispose();
    }
}
