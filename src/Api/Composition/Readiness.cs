using LicenseTracker.Api.Transport.Health;
using LicenseTracker.Projections.Schema;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace LicenseTracker.Api.Composition;

/// <summary>What must hold before this server answers for the record: the database, its tables, and views that missed no fact.</summary>
public static class Readiness
{
    public static IServiceCollection AddReadiness(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [HealthEndpoints.Ready])
            .AddCheck<SchemaCheck>("schema", tags: [HealthEndpoints.Ready])
            .AddCheck<ViewsCheck>("views", tags: [HealthEndpoints.Ready]);
        return services;
    }

    private sealed class DatabaseCheck(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            (int?)await ScalarAsync(database, "SELECT 1", cancellationToken) == 1
                ? HealthCheckResult.Healthy("The database answers.")
                : HealthCheckResult.Unhealthy("The database does not answer.");
    }

    private sealed class SchemaCheck(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var names = string.Join(", ", Tables.Rebuilt.Append("mt_events").Select(t => $"'{Tables.Schema}.{t}'"));
            var missing = await ScalarAsync(database, $"SELECT string_agg(t, ', ') FROM unnest(array[{names}]) t WHERE to_regclass(t) IS NULL", cancellationToken);
            return missing is DBNull or null
                ? HealthCheckResult.Healthy("All tables are there.")
                : HealthCheckResult.Unhealthy("Tables are missing: start the server again, it creates them.");
        }
    }

    /// <summary>Views are written with their facts, so none may lag: the newest fact of a therapist must be on its card, and no event was set aside.</summary>
    private sealed class ViewsCheck(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var behind = await ScalarAsync(
                database,
                $"""
                SELECT count(*) FROM (SELECT id, stream_id, headers FROM {Tables.Schema}.mt_events ORDER BY seq_id DESC LIMIT 100) e
                JOIN {Tables.Schema}.stream_owner o ON o.stream_id = e.stream_id AND o.kind <> 'investigation'
                LEFT JOIN {Tables.Schema}.eligibility_card c ON c.therapist_id = o.therapist_id
                WHERE c.lines IS NULL OR NOT c.lines -> e.stream_id::text @> jsonb_build_array(jsonb_build_array(e.id))
                """,
                cancellationToken);
            return behind is 0L
                ? HealthCheckResult.Healthy("Every view holds its newest facts; none runs behind.")
                : HealthCheckResult.Unhealthy("A view misses facts: stop writing and rebuild the views.");
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlDataSource database, string sql, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
