using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Commands;

/// <summary>Which therapist a stream is about.</summary>
internal static class StreamOwners
{
    public static async Task<Guid?> FindAsync(NpgsqlConnection connection, Guid stream, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT therapist_id FROM {Tables.Schema}.stream_owner WHERE stream_id = $1", connection);
        command.Parameters.AddWithValue(stream);
        return (Guid?)await command.ExecuteScalarAsync(cancellation);
    }
}
