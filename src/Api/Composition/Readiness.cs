using LicenseTracker.Api.Transport.Health;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace LicenseTracker.Api.Composition;

/// <summary>What must hold before this server answers for the record: the database, its tables, and views that missed no fact.</summary>
public static class Readiness
{
    public static IServiceCollection AddReadiness(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [HealthEndpoints.Ready])
            .AddCheck<SchemaCheck>("schema", tags: [HealthEndpoints.Ready])
            .AddCheck<ViewsCheck>("views", tags: [HealthEndpoints.Ready])
            .AddCheck<DeadLettersCheck>("dead letters", tags: [HealthEndpoints.Ready]);
        return services;
    }

    private const string DeadLetters = $"{Tables.Schema}.mt_doc_deadletterevent";

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
            var names = string.Join(", ", Tables.All.OfType<Table>().Select(t => t.Identifier.Name).Append("mt_events").Select(t => $"'{Tables.Schema}.{t}'"));
            var missing = await ScalarAsync(database, $"SELECT string_agg(t, ', ') FROM unnest(array[{names}]) t WHERE to_regclass(t) IS NULL", cancellationToken);
            return missing is DBNull or null
                ? HealthCheckResult.Healthy("All tables are there.")
                : HealthCheckResult.Unhealthy("Tables are missing: start the server again, it creates them.");
        }
    }

    /// <summary>
    /// Views are written in the transaction of their facts, so none may lag and there is no daemon to wait for: each of the newest facts
    /// must be on its card by its sequence, or its clinic in the list. It reads the newest facts by the primary key and no card's content.
    /// </summary>
    private sealed class ViewsCheck(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var behind = await ScalarAsync(
                database,
                $"""
                SELECT count(*) FROM (SELECT seq_id, stream_id, tenant_id, type, (headers ->> '{FactHeaders.TherapistKey}')::uuid AS therapist
                    FROM {Tables.Schema}.mt_events WHERE type <> 'tombstone' ORDER BY seq_id DESC LIMIT 100) e
                LEFT JOIN {Tables.Schema}.stream_owner o ON o.stream_id = e.stream_id
                LEFT JOIN {Tables.Schema}.eligibility_card c ON c.therapist_id = e.therapist
                LEFT JOIN {Tables.Schema}.clinic_view v ON v.clinic_id::text = e.tenant_id
                WHERE CASE WHEN e.therapist IS NULL THEN v.clinic_id IS NULL
                    ELSE o.therapist_id IS DISTINCT FROM e.therapist OR (o.kind NOT IN ({string.Join(", ", StreamKind.Restricted.Select(k => $"'{k}'"))}) AND (c.sequence >= e.seq_id) IS NOT TRUE) END
                """,
                cancellationToken);
            return behind is 0L
                ? HealthCheckResult.Healthy("Every view holds its newest facts; views are written with their facts, so none runs behind.")
                : HealthCheckResult.Unhealthy("A view misses facts: stop writing and rebuild the views.");
        }
    }

    /// <summary>A fact that Marten set aside because a projection could not take it: it must never happen in silence.</summary>
    private sealed class DeadLettersCheck(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await ScalarAsync(database, $"SELECT to_regclass('{DeadLetters}') IS NOT NULL", cancellationToken) is false
                || await ScalarAsync(database, $"SELECT EXISTS (SELECT FROM {DeadLetters})", cancellationToken) is false
                ? HealthCheckResult.Healthy("No fact was set aside.")
                : HealthCheckResult.Unhealthy("Facts were set aside that a view could not take: see the log, mend it, rebuild the views.");
    }

    private static async Task<object?> ScalarAsync(NpgsqlDataSource database, string sql, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
