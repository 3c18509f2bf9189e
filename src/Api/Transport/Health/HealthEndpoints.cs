using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LicenseTracker.Api.Transport.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve, by every check tagged <see cref="Ready"/>:
/// <c>services.AddHealthChecks().AddCheck&lt;DatabaseCheck&gt;("database", tags: [HealthEndpoints.Ready])</c>.
/// </summary>
public static class HealthEndpoints
{
    public const string Ready = "ready";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", Options(_ => false)).AllowAnonymous();
        app.MapHealthChecks("/health/ready", Options(check => check.Tags.Contains(Ready))).AllowAnonymous();
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> which) =>
        new() { Predicate = which, ResponseWriter = WriteAsync, AllowCachingResponses = false };

    /// <summary>A check's description is for the operator and public: it names no host, user or person, and its exception stays in the log.</summary>
    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new
        {
            Status = report.Status.ToString(),
            Checks = report.Entries.Select(e => new { Name = e.Key, Status = e.Value.Status.ToString(), Detail = e.Value.Description }),
        },
        Json,
        http.RequestAborted);
}
