using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.History;

/// <summary>What actors are called now; facts carry only their ids.</summary>
public static class ActorNames
{
    public static async Task<Dictionary<string, string>> OfAsync(NpgsqlDataSource database, IEnumerable<string> subjects, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT subject, name FROM {Tables.Schema}.actor WHERE subject = ANY($1)");
        command.Parameters.AddWithValue(subjects.Distinct(StringComparer.Ordinal).ToArray());
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            names.Add(reader.GetString(0), reader.GetString(1));
        return names;
    }
}
