using LicenseTracker.Domain;
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

    /// <summary>The actors that each text means, by id or a part of the name, whatever the case.</summary>
    public static async Task<Dictionary<string, IReadOnlySet<string>>> MeantByAsync(
        NpgsqlDataSource database, IEnumerable<string> texts, CancellationToken cancellation)
    {
        // What is not printable is in no name, and the database refuses to look for it.
        var asked = texts.Where(t => Inputs.IsPrintable(t, lines: false)).ToArray();
        await using var command = database.CreateCommand(
            $"""
            SELECT t.text, coalesce(array_agg(a.subject) FILTER (WHERE a.subject IS NOT NULL), ARRAY[]::text[])
            FROM unnest($1) AS t(text) LEFT JOIN {Tables.Schema}.actor a ON a.subject = t.text OR strpos(lower(a.name), lower(t.text)) > 0 GROUP BY t.text
            """);
        command.Parameters.AddWithValue(asked);
        var meant = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            meant.Add(reader.GetString(0), reader.GetFieldValue<string[]>(1).ToHashSet(StringComparer.Ordinal));
        return meant;
    }
}
