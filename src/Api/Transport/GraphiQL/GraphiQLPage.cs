using System.Text.Json;
using LicenseTracker.Api.Access;
using Microsoft.Net.Http.Headers;

namespace LicenseTracker.Api.Transport.GraphiQL;

/// <summary>A query to try on the GraphiQL page. Register any number as singletons, from the rooms whose fields they show.</summary>
/// <param name="Title">What it answers, for a person.</param>
/// <param name="Query">The document.</param>
/// <param name="Variables">Its variables; the strings <c>$clinicId</c> and <c>$therapistId</c> become the chosen persona's.</param>
/// <param name="Role">The contract's name of the role it is for; null: for everyone.</param>
public sealed record SampleQuery(string Title, string Query, object? Variables = null, string? Role = null);

/// <summary>The page <c>/graphiql</c>, in development and in a demonstration. Its library's files are fetched from npm beforehand, or missing.</summary>
internal static class GraphiQLPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, string> Library = new(StringComparer.Ordinal)
    {
        ["graphiql.min.js"] = "text/javascript",
        ["graphiql.min.css"] = "text/css",
        ["react.production.min.js"] = "text/javascript",
        ["react-dom.production.min.js"] = "text/javascript",
    };

    public static void MapGraphiQL(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var environment = services.GetRequiredService<IHostEnvironment>();
        var folder = Path.GetFullPath(
            services.GetRequiredService<IConfiguration>()["GraphiQL:Folder"] ?? Path.Combine(".data", "graphiql"), environment.ContentRootPath);
        bool Served(HttpContext http) => environment.IsDevelopment() || services.GetRequiredService<DemoSignIn>().Serves(http);
        app.MapGet("/graphiql", (HttpContext http) =>
        {
            if (!Served(http))
                return Results.NotFound();
            http.Response.Headers[HeaderNames.ContentSecurityPolicy] = Policy;
            return Own(Library.Keys.All(file => File.Exists(Path.Combine(folder, file))) ? "page.html" : "missing.html", "text/html");
        }).AllowAnonymous();
        app.MapGet("/graphiql/samples.json", (HttpContext http, IEnumerable<SampleQuery> samples) =>
            Served(http) ? Results.Json(samples, Json) : Results.NotFound()).AllowAnonymous();
        app.MapGet("/graphiql/{file}", (HttpContext http, string file) => file switch
        {
            _ when !Served(http) => Results.NotFound(),
            "page.js" => Own(file, "text/javascript"),
            "page.css" => Own(file, "text/css"),
            // Only names on the list reach the disk.
            _ when Library.TryGetValue(file, out var type) && Path.Combine(folder, file) is var path && File.Exists(path) => Results.File(path, type),
            _ => Results.NotFound(),
        }).AllowAnonymous();
    }

    private static IResult Own(string file, string type) => Results.Stream(
        typeof(GraphiQLPage).Assembly.GetManifestResourceStream($"GraphiQL.{file}") ?? throw new InvalidOperationException($"{file} is not embedded."),
        $"{type}; charset=utf-8");
}
