using System.Diagnostics;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.Rebuilding;

/// <summary>How many facts a rebuild read, about how many therapists and clinics, and how long it took.</summary>
public sealed record RebuildReport(long Facts, long Therapists, long Clinics, TimeSpan Elapsed);

/// <summary>
/// Empties every view and fills it again from the facts, in one transaction: a reader sees the old views until all of the new ones are
/// there. Writers wait for the end, so it is for a quiet hour. Memory does not grow with the number of facts.
/// </summary>
public static class Rebuild
{
    /// <param name="progress">Told the number of facts read so far, now and then.</param>
    public static async Task<RebuildReport> RunAsync(
        NpgsqlDataSource database, IPersonalReader personal, IProgress<long>? progress, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        // In the order in which a writer takes them, so that neither waits for the other for ever.
        await ExecuteAsync(connection, $"LOCK TABLE {Tables.Schema}.eligibility_card IN EXCLUSIVE MODE", cancellation);
        await ExecuteAsync(connection, $"LOCK TABLE {Tables.Schema}.mt_events IN SHARE ROW EXCLUSIVE MODE", cancellation);
        foreach (var table in Tables.Rebuilt)
            await ExecuteAsync(connection, $"DELETE FROM {Tables.Schema}.{table}", cancellation);

        // Read on another connection: every fact there is was committed before the lock was given.
        var therapists = new TherapistPages(connection, personal);
        var clinics = new ClinicPages(connection);
        var read = 0L;
        await foreach (var fact in FactReader.ByOwnerAsync(database, cancellation))
        {
            if (fact.Beside.Therapist is not null)
                await therapists.AddAsync(fact, cancellation);
            else
                await clinics.AddAsync(fact, cancellation);
            if (++read % 10_000 == 0)
                progress?.Report(read);
        }

        await therapists.CompleteAsync(cancellation);
        await clinics.CompleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(read, therapists.Count, clinics.Count, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Runs statements with <c>?</c> for each value in one round trip.</summary>
    internal static async Task ExecuteAsync(NpgsqlConnection connection, IEnumerable<(string Sql, object[] Values)> statements, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (sql, values) in statements)
        {
            var parts = sql.Split('?');
            var command = new NpgsqlBatchCommand(parts[0] + string.Concat(parts.Skip(1).Select((part, i) => $"${i + 1}{part}")));
            foreach (var value in values)
                command.Parameters.AddWithValue(value);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation) => ExecuteAsync(connection, [(sql, [])], cancellation);
}
