using LicenseTracker.Domain;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Credits;

/// <summary>Who ever gave a credit its values.</summary>
internal static class Submitters
{
    private static readonly string[] Declaring =
        [.. FactNames.All.Where(n => n.Type == typeof(CreditSubmitted) || n.Type == typeof(CreditResubmitted) || n.Type == typeof(CreditFactCorrected)).Select(n => n.Name)];

    public static async Task<IReadOnlySet<string>> OfAsync(NpgsqlConnection connection, CreditId credit, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT DISTINCT user_name FROM {Tables.Schema}.mt_events WHERE stream_id = $1 AND type = ANY($2)", connection);
        command.Parameters.AddWithValue(credit.Value);
        command.Parameters.AddWithValue(Declaring);
        var actors = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            actors.Add(reader.GetString(0));
        return actors;
    }
}
