using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Types;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Composition;
using LicenseTracker.Api.Hosting;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Api.Tests.Transport;
using LicenseTracker.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>Every journey goes through one server, one class after the other.</summary>
[CollectionDefinition(nameof(Server))]
public sealed class OneServer : ICollectionFixture<Server>;

/// <summary>The whole product on a real server and a real database of its own, as a client meets it: by HTTP.</summary>
public sealed class Server : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();
    private WebApplication app = null!;
    private HttpClient http = null!;
    private WebHostPlan plan = null!;
    private int keys;

    public static readonly Caller Registrar = new("registrar-1", "Rita Registrar", Role.Registrar, [], null);
    public static readonly Caller Auditor = new("auditor-1", "Adam Auditor", Role.Auditor, [], null);
    public static readonly Caller Reviewer = new("reviewer-1", "Rose Reviewer", Role.Reviewer, [], null);
    public static readonly Caller Administrator = new("administrator-1", "Alma Administrator", Role.Administrator, [], null);
    public static readonly Caller Manager = new("manager-1", "Mona Manager", Role.ClinicManager, [new(new Guid(7, 0, 0, new byte[8]))], null);

    /// <summary>The clock of everything; it runs until it is set.</summary>
    public MovableClock Clock { get; } = new();

    public IServiceProvider Services => app.Services;

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    public ISchema Schema
    {
        get
        {
            var schema = Services.GetRequiredService<ISchema>();
            schema.Initialize();
            return schema;
        }
    }

    public RelayIds Ids => Services.GetRequiredService<RelayIds>();

    public string DatabaseName { get; private set; } = "";

    public string ConnectionString => plan.ConnectionString;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var connection = await TestDatabase.CreateAsync(nameof(Server));
        DatabaseName = new NpgsqlConnectionStringBuilder(connection).Database!;
        var data = new DataFolder(folder.Root);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new(MasterKey.Variable, Convert.ToBase64String([.. Enumerable.Range(0, MasterKey.Bytes).Select(i => (byte)i)]))]).Build();
        plan = new(["http://127.0.0.1:0"], connection, MasterKey.Load(data, configuration), data, Demo: null, Clock);
        await StartAsync();
    }

    /// <summary>Stops and starts on the same database: nothing that memory holds is left.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    private async Task StartAsync()
    {
        app = WebHost.Build(plan);
        await app.StartAsync();
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
    }

    public static Caller Therapist(Guid id) => new($"therapist-{id}", "Thea Therapist", Role.Therapist, [], new(id));

    /// <summary>Sends a request and gives the answer as it is.</summary>
    public async Task<Answer> SendAsync(string query, object? variables = null, Caller? by = null)
    {
        using var content = JsonContent.Create(new { query, variables });
        return await SendAsync(content, by);
    }

    public async Task<Answer> SendAsync(HttpContent body, Caller? by = null, CancellationToken? stop = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = body };
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", Services.GetRequiredService<TokenMint>().Mint(by ?? Registrar, TimeSpan.FromHours(1)));
        using var response = await http.SendAsync(request, stop ?? Cancellation);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation), response);
    }

    /// <summary>Asks a question that must be answered without errors.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, Caller? by = null)
    {
        var answer = await SendAsync(query, variables, by);
        answer.Json.TryGetProperty("errors", out _).ShouldBeFalse(answer.Body);
        return answer.Data;
    }

    /// <summary>Sends one mutation, under a fresh key unless the input has one; gives its payload, refusals and all.</summary>
    public async Task<JsonElement> GiveAsync(string mutation, object input, string selection = "", Caller? by = null)
    {
        var answer = await TryAsync(mutation, input, selection, by);
        answer.Json.TryGetProperty("errors", out _).ShouldBeFalse(answer.Body);
        return answer.Data.GetProperty(mutation);
    }

    /// <summary>Sends one mutation and gives the answer as it is.</summary>
    public async Task<Answer> TryAsync(string mutation, object input, string selection = "", Caller? by = null, CancellationToken? stop = null)
    {
        var fields = JsonSerializer.SerializeToNode(input)!.AsObject();
        fields["idempotencyKey"] ??= $"key-{Interlocked.Increment(ref keys)}";
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input!";
        using var content = JsonContent.Create(new
        {
            query = $"mutation($input: {type}) {{ {mutation}(input: $input) {{ {selection} refusals {{ code message path }} warnings {{ code message path }} }} }}",
            variables = new { input = fields },
        });
        return await SendAsync(content, by, stop);
    }

    /// <summary>Sends one mutation that must be accepted.</summary>
    public async Task<JsonElement> RecordAsync(string mutation, object input, string selection, Caller? by = null)
    {
        var payload = await GiveAsync(mutation, input, selection, by);
        payload.Codes().ShouldBeEmpty(payload.ToString());
        return payload;
    }

    public async Task<string> RegisterAsync(string? givenName = "Ann", string? familyName = "Lee", string? npi = null) =>
        (await RecordAsync("registerTherapist", new { givenName, familyName, npi, birthDate = "1980-02-29" }, "therapist { id }"))
            .GetProperty("therapist").Id();

    public async Task<string> GrantAsync(string therapist, string jurisdiction, string number, string grantedOn = "2020-01-01", string expiresOn = "2030-12-31") =>
        (await RecordAsync("grantLicense", new { therapistId = therapist, jurisdiction, number, grantedOn, expiresOn }, "license { id }")).GetProperty("license").Id();

    public async Task<string> OpenClinicAsync(string name) =>
        (await RecordAsync("openClinic", new { name }, "clinic { id }", Administrator)).GetProperty("clinic").Id();

    public Caller ManagerOf(params string[] clinics) =>
        Manager with { Subject = $"manager-of-{clinics[0]}", Clinics = [.. clinics.Select(c => new Domain.ClinicId(Ids.Decode(c).Value))] };

    /// <summary>Every fact, whoever's: what a refused command must leave as it was.</summary>
    public async Task<long> FactsAsync()
    {
        await using var command = Database.CreateCommand("SELECT (SELECT count(*) FROM license_tracker.mt_events) + (SELECT count(*) FROM license_tracker.command_key)");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>The SQL statements that some work sends to this server's database.</summary>
    public async Task<IReadOnlyList<string>> StatementsAsync(Func<Task> work)
    {
        var statements = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                var text = activity.Tags.FirstOrDefault(t => t.Key is "db.statement" or "db.query.text").Value;
                if (text is not null && activity.Tags.Any(t => t.Key is "db.name" or "db.namespace" && t.Value == DatabaseName))
                    statements.Enqueue(text);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return [.. statements];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Dispose();
    }

    private async Task StopAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>Short words for reading answers.</summary>
internal static class AnswerWords
{
    public static string Id(this JsonElement json) => json.GetProperty("id").GetString()!;

    /// <summary>To give a value back as it was answered.</summary>
    public static JsonNode Deserialise(this JsonElement json) => JsonNode.Parse(json.GetRawText())!;

    public static string Text(this JsonElement json, params string[] path) => json.At(path).GetString()!;

    public static JsonElement At(this JsonElement json, params string[] path) => path.Aggregate(json, (j, name) => j.GetProperty(name));

    public static IReadOnlyList<string> Codes(this JsonElement payload, string list = "refusals") =>
        [.. payload.GetProperty(list).EnumerateArray().Select(r => r.Text("code"))];

    public static IReadOnlyList<string> Texts(this JsonElement list, string member) => [.. list.EnumerateArray().Select(e => e.Text(member))];
}
