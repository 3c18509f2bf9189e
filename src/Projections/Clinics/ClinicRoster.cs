using LicenseTracker.Projections.Schema;
using LicenseTracker.Projections.Therapists;
using Npgsql;

namespace LicenseTracker.Projections.Clinics;

/// <summary>Who works for clinics, as known now.</summary>
public static class ClinicRoster
{
    /// <summary>The therapists of each clinic on its day, in no particular order; those without a name, too. One statement for all.</summary>
    public static async Task<ILookup<(Guid Clinic, DateOnly On), FoundTherapist>> OnAsync(
        NpgsqlDataSource database, IReadOnlyCollection<(Guid Clinic, DateOnly On)> asked, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT a.clinic_id, a.day, r.therapist_id, coalesce(t.sort_name, '')
            FROM unnest($1, $2) AS a(clinic_id, day)
            JOIN {Tables.Schema}.clinic_roster r ON r.clinic_id = a.clinic_id AND r.engaged_on <= a.day AND (r.released_on IS NULL OR r.released_on > a.day)
            LEFT JOIN {Tables.Schema}.therapist_view t ON t.therapist_id = r.therapist_id
            """);
        command.Parameters.AddWithValue(asked.Select(a => a.Clinic).ToArray());
        command.Parameters.AddWithValue(asked.Select(a => a.On).ToArray());
        var rows = new List<((Guid, DateOnly) Asked, FoundTherapist Therapist)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            rows.Add(((reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1)), new(reader.GetGuid(2), reader.GetString(3))));
        return rows.ToLookup(r => r.Asked, r => r.Therapist);
    }
}
