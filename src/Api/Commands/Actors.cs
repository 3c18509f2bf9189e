using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Commands;

/// <summary>What actors are called: facts carry only an actor's id, so a name can change, and go.</summary>
internal static class Actors
{
    /// <summary>Writes only when something changed, so that parallel commands of one actor do not wait for each other.</summary>
    public static async Task NameAsync(NpgsqlConnection connection, OrderContext by, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO {Tables.Schema}.actor (subject, name, role)
            SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM {Tables.Schema}.actor WHERE subject = $1 AND name = $2 AND role = $3)
            ON CONFLICT (subject) DO UPDATE SET name = excluded.name, role = excluded.role
            """, connection);
        command.Parameters.AddWithValue(by.Subject);
        command.Parameters.AddWithValue(by.Name);
        command.Parameters.AddWithValue(by.Role);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
