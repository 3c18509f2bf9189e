using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Projections.RuleBooks;
using Npgsql;

namespace LicenseTracker.Api.RuleBooks;

/// <summary>The rule books of the jurisdictions that the fields of one request ask for, as recorded at this very moment.</summary>
public sealed class RuleBookLoader(NpgsqlDataSource database, RuleBookMemory memory) : BatchLoader<Jurisdiction, KnownRuleBooks>
{
    protected override async Task<IReadOnlyDictionary<Jurisdiction, KnownRuleBooks>> ReadAsync(
        IReadOnlyCollection<Jurisdiction> keys, CancellationToken cancellation) =>
        await memory.AtLeastAsync(await RuleBookStreams.VersionsAsync(database, keys, cancellation), cancellation);
}
