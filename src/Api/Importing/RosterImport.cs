using JasperFx;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Domain.Jurisdictions;
using Npgsql;

namespace LicenseTracker.Api.Importing;

/// <summary>What is to be imported.</summary>
/// <param name="RetrievedOn">The day the file was fetched from its source; null: now.</param>
/// <param name="Operator">The operating system's user who gives the order.</param>
public sealed record ImportOrder(Profile Profile, Jurisdiction Jurisdiction, string File, DateOnly? RetrievedOn, bool DryRun, string Operator);

/// <summary>Who follows an import while it runs.</summary>
public interface IImportFollower
{
    void Waits(string forWhat);

    /// <summary>Verdicts that hold: their facts are committed (a dry run: would be).</summary>
    void Decided(IReadOnlyList<RowVerdict> verdicts, long bytesRead, long bytes);
}

/// <summary>What came of an import.</summary>
public sealed record ImportSummary(ImportEntry Entry, VerdictCounts Counts, bool DryRun);

/// <summary>Brings a roster on record, batch by batch. Interrupted and run again it ends the same: what is on record already makes no further facts.</summary>
public sealed class RosterImport(Recorder recorder, Keyring keyring, NpgsqlDataSource database, TimeProvider clock, Ids ids, SsnHasher hasher)
{
    public const int RowsPerBatch = 500;

    private const int Attempts = 5;

    public async Task<ImportSummary> RunAsync(ImportOrder order, IImportFollower follower, CancellationToken cancellation)
    {
        using var file = await RosterFile.OpenAsync(order.File, order.Profile, cancellation);
        await using var gate = await ImportGate.EnterAsync(database, order.Jurisdiction, follower, cancellation);

        var started = clock.GetUtcNow();
        var info = JurisdictionInfo.Of(order.Jurisdiction);
        var retrievedAt = order.RetrievedOn is { } day && day != info.DateAt(started) ? StartOf(day, info.Zone) : started;
        var entry = new ImportEntry(
            ids.New(started), order.Profile.Name, order.Jurisdiction, file.Name, file.Sha256, Microseconds(retrievedAt), $"import:{order.Operator}", Microseconds(started));
        if (!order.DryRun)
            entry = entry with { Round = await Rounds.NextAsync(database, entry, isDayGiven: order.RetrievedOn is not null, cancellation) };
        var by = new OrderContext(entry.Actor, $"Import by {order.Operator}", "REGISTRAR", "import", entry.Id.ToString(), [], entry.Id.ToString());
        var context = new ImportContext(entry, order.Profile, keyring, ids, clock, hasher, order.DryRun);
        var reader = new RowReader(order.Profile, order.Jurisdiction, info.DateAt(retrievedAt), hasher, file.Header);

        await using var dryRun = order.DryRun ? await database.OpenConnectionAsync(cancellation) : null;
        await using var rolledBack = dryRun is null ? null : await dryRun.BeginTransactionAsync(cancellation);
        var counts = VerdictCounts.None;
        foreach (var rows in file.Rows().Chunk(RowsPerBatch))
        {
            var understood = rows.Select(reader.Read).ToArray();
            var verdicts = rolledBack is null
                ? await RecordAsync(context, by, understood, counts, cancellation)
                : await TryAsync(context, by, understood, rolledBack, cancellation);
            counts = counts.Add(verdicts);
            follower.Decided(verdicts, file.Position, file.Length);
        }

        if (rolledBack is null)
            await FinishAsync(entry, by, counts, cancellation);
        return new(entry, counts, order.DryRun);
    }

    private async Task<IReadOnlyList<RowVerdict>> RecordAsync(
        ImportContext context, OrderContext by, ReadRow[] rows, VerdictCounts before, CancellationToken cancellation)
    {
        for (var (failed, overtaken) = (0, 0); ;)
        {
            try
            {
                await using var recording = await recorder.BeginAsync(by, tenant: null, cancellation);
                var verdicts = await new ImportBatch(context, recording, rows).RunAsync(cancellation);
                await ImportLog.WriteAsync(recording.Connection, context.Entry, before.Add(verdicts), null, cancellation);
                await recording.CommitAsync(cancellation);
                return verdicts;
            }
            catch (NumberRaceException) when (overtaken++ < RowsPerBatch)
            {
                // Each time somebody else has taken a further number of the batch, so this comes to an end.
            }
            catch (Exception e) when (IsRace(e) && ++failed < Attempts)
            {
                // Nothing of the batch was kept; the next attempt sees what the other writer did.
            }
        }
    }

    private async Task<IReadOnlyList<RowVerdict>> TryAsync(
        ImportContext context, OrderContext by, ReadRow[] rows, NpgsqlTransaction rolledBack, CancellationToken cancellation)
    {
        await using var recording = await recorder.BeginAsync(by, rolledBack, cancellation);
        var verdicts = await new ImportBatch(context, recording, rows).RunAsync(cancellation);
        await recording.CommitAsync(cancellation);
        return verdicts;
    }

    private async Task FinishAsync(ImportEntry entry, OrderContext by, VerdictCounts counts, CancellationToken cancellation)
    {
        await using var recording = await recorder.BeginAsync(by, tenant: null, cancellation);
        await ImportLog.WriteAsync(recording.Connection, entry, counts, Microseconds(clock.GetUtcNow()), cancellation);
        await Actors.NameAsync(recording.Connection, by, cancellation);
        await recording.CommitAsync(cancellation);
    }

    private static bool IsRace(Exception e) =>
        e is ConcurrencyException
        || Chain(e).OfType<PostgresException>().Any(p => p.IsTransient || p.SqlState is PostgresErrorCodes.UniqueViolation);

    private static IEnumerable<Exception> Chain(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
            yield return e;
    }

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(start, zone.GetUtcOffset(start)).ToUniversalTime();
    }

    private static DateTimeOffset Microseconds(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond)).ToUniversalTime();
}
