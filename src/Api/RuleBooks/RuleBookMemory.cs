using System.Collections.Concurrent;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.RuleBooks;
using Npgsql;

namespace LicenseTracker.Api.RuleBooks;

/// <summary>
/// Every jurisdiction's rule books, kept from question to question. Nothing here is trusted to be new: a question says which version the record
/// has, and what is missing or older is read then, so that no node ever answers by a book that another has replaced.
/// </summary>
public sealed class RuleBookMemory(NpgsqlDataSource database)
{
    private readonly ConcurrentDictionary<Jurisdiction, KnownRuleBooks> kept = [];

    /// <summary>The books of one jurisdiction as recorded at this very moment.</summary>
    public async Task<KnownRuleBooks> NowAsync(Jurisdiction jurisdiction, CancellationToken cancellation) =>
        (await AtLeastAsync(await RuleBookStreams.VersionsAsync(database, [jurisdiction], cancellation), cancellation))[jurisdiction];

    /// <summary>The books of jurisdictions at these versions of their records or later ones; reads only what is not here.</summary>
    public async Task<IReadOnlyDictionary<Jurisdiction, KnownRuleBooks>> AtLeastAsync(
        IReadOnlyDictionary<Jurisdiction, long> versions, CancellationToken cancellation)
    {
        var found = new Dictionary<Jurisdiction, KnownRuleBooks>();
        var missing = new List<Jurisdiction>();
        foreach (var (jurisdiction, version) in versions)
        {
            if (kept.TryGetValue(jurisdiction, out var known) && known.Version >= version)
                found.Add(jurisdiction, known);
            else
                missing.Add(jurisdiction);
        }

        if (missing.Count == 0)
            return found;
        foreach (var (jurisdiction, record) in await RuleBookStreams.ReadAsync(database, missing, cancellation))
        {
            var fresh = new KnownRuleBooks(record);
            found.Add(jurisdiction, kept.AddOrUpdate(jurisdiction, fresh, (_, old) => old.Version >= fresh.Version ? old : fresh));
        }

        return found;
    }
}

/// <summary>A jurisdiction's rule books, with the one known now read once for all questions.</summary>
public sealed class KnownRuleBooks(RuleBookRecord record)
{
    private readonly Lazy<KnownRuleBook> now = new(() => record.KnownAt(null));

    public long Version => record.Version;

    public KnownRuleBook KnownAt(DateTimeOffset? instant) => instant is null ? now.Value : record.KnownAt(instant);
}
