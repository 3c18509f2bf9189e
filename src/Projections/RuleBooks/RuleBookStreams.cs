using JasperFx;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.History;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.RuleBooks;

/// <summary>Reads the records of rule books; they lie in the registry, one stream per jurisdiction.</summary>
public static class RuleBookStreams
{
    /// <summary>How far the records of these jurisdictions have come; 0: no book was ever adopted.</summary>
    public static async Task<IReadOnlyDictionary<Jurisdiction, long>> VersionsAsync(
        NpgsqlDataSource database, IReadOnlyCollection<Jurisdiction> jurisdictions, CancellationToken cancellation)
    {
        var owners = jurisdictions.Distinct().ToDictionary(RuleBookRecord.StreamOf);
        var versions = owners.Values.ToDictionary(j => j, _ => 0L);
        await using var command = database.CreateCommand(
            $"SELECT id, version FROM {Tables.Schema}.mt_streams WHERE tenant_id = '{StorageConstants.DefaultTenantId}' AND id = ANY($1)");
        command.Parameters.AddWithValue(owners.Keys.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            versions[owners[reader.GetGuid(0)]] = reader.GetInt64(1);
        return versions;
    }

    /// <summary>The records of these jurisdictions in one statement, those without any fact too.</summary>
    public static async Task<IReadOnlyDictionary<Jurisdiction, RuleBookRecord>> ReadAsync(
        NpgsqlDataSource database, IReadOnlyCollection<Jurisdiction> jurisdictions, CancellationToken cancellation)
    {
        var streams = jurisdictions.Distinct().ToDictionary(j => j, RuleBookRecord.StreamOf);
        var facts = (await FactReader.OfStreamsAsync(database, streams.Values, cancellation)).ToLookup(f => f.Stream);
        return streams.ToDictionary(s => s.Key, s => new RuleBookRecord(s.Key, new(
            [.. facts[s.Value].OrderBy(f => f.Version).Select(f => new Recorded<RuleBookFact>(new(f.Id), f.Version, f.RecordedAt, (RuleBookFact)f.Fact()))])));
    }
}
