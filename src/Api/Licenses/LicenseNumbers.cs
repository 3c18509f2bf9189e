using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Licenses;

/// <summary>Looks licenses up by number, current or former, however it is typed.</summary>
public static class LicenseNumbers
{
    /// <summary>The licenses with this number; more than one only where a board used a former number again.</summary>
    public static async Task<IReadOnlyList<Guid>> FindAsync(
        NpgsqlDataSource database, Jurisdiction jurisdiction, Profession profession, string number, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"SELECT license_id FROM {Tables.Schema}.license_number WHERE jurisdiction = $1 AND profession = $2 AND number = $3 ORDER BY license_id DESC");
        AddKey(command, jurisdiction, profession, number);
        var found = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(reader.GetGuid(0));
        return found;
    }

    /// <summary>Whether another license has or had this number. Whoever else gives it waits until this transaction ends.</summary>
    internal static async Task<bool> IsTakenAsync(
        NpgsqlConnection connection, Jurisdiction jurisdiction, Profession profession, string number, Guid license, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended($1 || '|' || $2 || '|' || $3, 0))", connection);
        AddKey(command, jurisdiction, profession, number);
        await command.ExecuteNonQueryAsync(cancellation);
        command.CommandText =
            $"SELECT EXISTS (SELECT FROM {Tables.Schema}.license_number WHERE jurisdiction = $1 AND profession = $2 AND number = $3 AND license_id <> $4)";
        command.Parameters.AddWithValue(license);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static void AddKey(NpgsqlCommand command, Jurisdiction jurisdiction, Profession profession, string number)
    {
        command.Parameters.AddWithValue(StoredName.Of(jurisdiction));
        command.Parameters.AddWithValue(StoredName.Of(profession));
        command.Parameters.AddWithValue(LicenseNumber.Normalise(number));
    }
}
