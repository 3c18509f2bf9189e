using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.History;

/// <summary>Reads who recorded single facts: those of a whole request in one statement.</summary>
public sealed class FactActorLoader(NpgsqlDataSource database) : BatchLoader<(Guid Stream, long Version), Actor>
{
    protected override async Task<IReadOnlyDictionary<(Guid Stream, long Version), Actor>> ReadAsync(
        IReadOnlyCollection<(Guid Stream, long Version)> keys, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT e.stream_id, e.version, coalesce(a.name, e.user_name), e.headers ->> '{FactHeaders.RoleKey}'
            FROM {Tables.Schema}.mt_events e LEFT JOIN {Tables.Schema}.actor a ON a.subject = e.user_name
            WHERE (e.stream_id, e.version) IN (SELECT * FROM unnest($1, $2))
            """);
        command.Parameters.AddWithValue(keys.Select(k => k.Stream).ToArray());
        command.Parameters.AddWithValue(keys.Select(k => k.Version).ToArray());
        var actors = new Dictionary<(Guid, long), Actor>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            actors.Add((reader.GetGuid(0), reader.GetInt64(1)), new(reader.GetString(2), HistoryEntryNode.RoleOf(reader.GetString(3))));
        return actors;
    }
}
