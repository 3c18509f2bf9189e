using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LicenseTracker.Api.Composition;
using LicenseTracker.Api.Demo;
using LicenseTracker.Api.Hosting;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using LicenseTracker.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LicenseTracker.Api.Tests.Demo;

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

    public static async Task<List<StoredFact>> FactsAsync(NpgsqlDataSource database)
    {
        var facts = new List<StoredFact>();
        await foreach (var fact in FactReader.AllAsync(database, TestContext.Current.CancellationToken))
            facts.Add(fact);
        return facts;
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
