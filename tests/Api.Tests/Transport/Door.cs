using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Tests.Transport.Sample;
using LicenseTracker.Api.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LicenseTracker.Api.Tests.Transport;

/// <summary>The sample contract behind the real door, on a real server on a free port of this machine.</summary>
public sealed class Door : IAsyncDisposable
{
    public static readonly byte[] MasterKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public static readonly Caller Registrar = new("registrar-1", "Rita Registrar", Role.Registrar, [], null);

    private readonly WebApplication _app;

    private Door(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)) };
    }

    /// <summary>Without credentials.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public Logbook Logbook => Services.GetRequiredService<Logbook>();

    public Registry Registry => Services.GetRequiredService<Registry>();

    public static async Task<Door> OpenAsync(
        string environment = "Development", Action<TransportOptions>? limits = null, Action<WebApplicationBuilder>? more = null, Action<AccessOptions>? access = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var log = new Logbook();
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton(log);
        more?.Invoke(builder);
        builder.Services.AddTransport<Sample.Query, Sample.Mutation>(MasterKey, limits);
        builder.Services.AddAccess(builder.Configuration, MasterKey, access);
        builder.Services.AddSingleton<Registry>().AddScoped<ScopeMark>().AddScoped<LicensesOfTherapists>().AddScoped<INodeLoader, TherapistNodes>();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapTransport();
        app.MapAccess();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Door(app);
    }

    public string Token(Caller? caller = null) => Services.GetRequiredService<TokenMint>().Mint(caller ?? Registrar, TimeSpan.FromHours(1));

    /// <summary>Sends a request as it is, signed in unless said otherwise.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request, bool signedIn = true)
    {
        if (signedIn)
            request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", Token());
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
    }

    public Task<Answer> AskAsync(
        string query, object? variables = null, string? accept = "application/graphql-response+json", Caller? caller = null, bool signedIn = true)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        if (signedIn)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(caller));
        return SendAsync(request, signedIn);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}

public sealed record Answer(int Status, string Body, HttpResponseMessage Response)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public JsonElement Error => Json.GetProperty("errors")[0];

    public string Code => Error.GetProperty("extensions").GetProperty("code").GetString()!;

    public string Message => Error.GetProperty("message").GetString()!;
}

public sealed class Logbook : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
