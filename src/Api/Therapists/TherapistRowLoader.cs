using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Projections.Schema;
using LicenseTracker.Projections.Therapists;
using Npgsql;

namespace LicenseTracker.Api.Therapists;

/// <summary>Reads the readable particulars of many therapists in one statement.</summary>
public sealed class TherapistRowLoader(NpgsqlDataSource database) : BatchLoader<Guid, TherapistRow>
{
    protected override async Task<IReadOnlyDictionary<Guid, TherapistRow>> ReadAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT therapist_id, given_name, middle_name, family_name, suffix, birth_date, npi
            FROM {Tables.Schema}.therapist_view WHERE therapist_id = ANY($1)
            """);
        command.Parameters.AddWithValue(keys.ToArray());
        var rows = new Dictionary<Guid, TherapistRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
            rows.Add(reader.GetGuid(0), new(reader.GetGuid(0), Text(1), Text(2), Text(3), Text(4), Text(5), Text(6)));
        }

        return rows;
    }
}
