using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Projections.Rosters;
using Npgsql;

namespace LicenseTracker.Api.Licenses;

/// <summary>A day on which a roster saw a license.</summary>
public sealed record Sighting(DateOnly Day);

/// <summary>Reads when rosters last saw many licenses, as known at an instant each, in one statement.</summary>
public sealed class SightingLoader(NpgsqlDataSource database) : BatchLoader<(Guid License, DateTimeOffset? KnownAt), Sighting>
{
    protected override async Task<IReadOnlyDictionary<(Guid License, DateTimeOffset? KnownAt), Sighting>> ReadAsync(
        IReadOnlyCollection<(Guid License, DateTimeOffset? KnownAt)> keys, CancellationToken cancellation) =>
        (await Sightings.LastAsync(database, keys, cancellation)).ToDictionary(s => s.Key, s => new Sighting(s.Value));
}
