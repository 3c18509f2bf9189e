using System.Collections.Concurrent;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using Npgsql;

namespace LicenseTracker.Api.Policies;

/// <summary>
/// Every clinic's policies, kept from question to question. Nothing here is trusted to be new: a question says which version the record has,
/// and what is missing or older is read then, so that no node ever answers by a policy that another has replaced.
/// </summary>
public sealed class PolicyMemory(NpgsqlDataSource database, ConditionCatalogue catalogue)
{
    private readonly ConcurrentDictionary<ClinicId, KnownPolicies> kept = [];

    /// <summary>The policies of clinics at these versions or later ones, by clinic; reads only what is not here.</summary>
    public async Task<IReadOnlyDictionary<ClinicId, KnownPolicies>> AtLeastAsync(IReadOnlyDictionary<ClinicId, long> versions, CancellationToken cancellation)
    {
        var found = new Dictionary<ClinicId, KnownPolicies>();
        var missing = new List<ClinicId>();
        foreach (var (clinic, version) in versions)
        {
            if (version == 0)
                found.Add(clinic, KnownPolicies.None(clinic, catalogue));
            else if (kept.TryGetValue(clinic, out var known) && known.Version >= version)
                found.Add(clinic, known);
            else
                missing.Add(clinic);
        }

        if (missing.Count == 0)
            return found;
        foreach (var record in (await ReadAsync(database, missing, cancellation)).Values)
        {
            var fresh = new KnownPolicies(record, catalogue);
            found.Add(record.Clinic, kept.AddOrUpdate(record.Clinic, fresh, (_, old) => old.Version >= record.Version ? old : fresh));
        }

        return found.Count == versions.Count ? found : throw new InvalidOperationException("A policy record has a version and no facts.");
    }

    /// <summary>The policy records of clinics, in one statement; a clinic that never adopted one is left out.</summary>
    public static async Task<IReadOnlyDictionary<ClinicId, ClinicPolicy>> ReadAsync(
        NpgsqlDataSource database, IReadOnlyCollection<ClinicId> clinics, CancellationToken cancellation)
    {
        var owners = clinics.ToDictionary(ClinicPolicy.StreamOf);
        return (await FactReader.OfStreamsAsync(database, owners.Keys, cancellation)).GroupBy(f => owners[f.Stream])
            .ToDictionary(g => g.Key, g => new ClinicPolicy(g.Key, LogOf(g)));
    }

    internal static FactLog<PolicyFact> LogOf(IEnumerable<StoredFact> facts) =>
        new([.. facts.OrderBy(f => f.Version).Select(f => new Recorded<PolicyFact>(new(f.Id), f.Version, f.RecordedAt, (PolicyFact)f.Fact()))]);
}

/// <summary>A clinic's policies, with those known now read once for all questions.</summary>
public sealed class KnownPolicies(ClinicPolicy record, ConditionCatalogue catalogue)
{
    private readonly PolicyTimeline now = record.KnownAt(null, catalogue);

    public long Version => record.Version;

    public static KnownPolicies None(ClinicId clinic, ConditionCatalogue catalogue) => new(ClinicPolicy.Empty(clinic), catalogue);

    public PolicyTimeline KnownAt(DateTimeOffset? instant) => instant is null ? now : record.KnownAt(instant, catalogue);
}
