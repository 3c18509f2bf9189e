using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.RuleBooks;
using Npgsql;

namespace LicenseTracker.Api.RuleBooks;

/// <summary>
/// Adopts the books that come with the program before it answers anyone: all at the first start, the changed ones after an upgrade. One
/// transaction; of two nodes that start at once the second waits and finds it done.
/// </summary>
public sealed class ShippedBooks(Recorder recorder, NpgsqlDataSource database) : IHostedService
{
    private static readonly OrderContext Program = new(
        "system", "LicenseTracker, at its start", StoredName.Of(Role.Administrator), "adoptShippedRuleBooks", "", [], "start");

    public Task StartAsync(CancellationToken cancellationToken) => AdoptAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>How many books were adopted.</returns>
    public async Task<int> AdoptAsync(CancellationToken cancellation)
    {
        await using var recording = await recorder.BeginAsync(Program, tenant: null, cancellation);
        await RuleBookHandler.LockAsync(recording.Connection, cancellation);

        // Read on another connection: what others adopted was committed before the lock was given.
        var adopted = 0;
        foreach (var record in (await RuleBookStreams.ReadAsync(database, Enum.GetValues<Jurisdiction>(), cancellation)).Values)
        {
            if (AdoptRuleBook.DecideShipped(record) is not { } fact)
                continue;
            recording.Append(RuleBookRecord.StreamOf(record.Jurisdiction), record.Version, [fact], record.Log.Facts is [.., var newest] ? newest.RecordedAt : null);
            adopted++;
        }

        if (adopted == 0)
            return 0;
        await Actors.NameAsync(recording.Connection, Program, cancellation);
        await recording.CommitAsync(cancellation);
        return adopted;
    }
}
