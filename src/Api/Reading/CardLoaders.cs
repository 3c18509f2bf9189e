using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Reading;

/// <summary>Reads the cards of many therapists in one statement.</summary>
public sealed class CardLoader(NpgsqlDataSource database) : BatchLoader<Guid, Card>
{
    protected override Task<IReadOnlyDictionary<Guid, Card>> ReadAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellation) =>
        Card.ReadAsync(database, keys, cancellation);
}

/// <summary>Finds the therapists that streams are about; restricted streams have none here.</summary>
public static class StreamsOnCards
{
    public static async Task<IReadOnlyDictionary<Guid, Card>> CardsOfAsync(NpgsqlDataSource database, IReadOnlyCollection<Guid> streams, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT stream_id, therapist_id FROM {Tables.Schema}.stream_owner WHERE stream_id = ANY($1)");
        command.Parameters.AddWithValue(streams.ToArray());
        var owners = new Dictionary<Guid, Guid>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
                owners[reader.GetGuid(0)] = reader.GetGuid(1);
        }

        var cards = await Card.ReadAsync(database, owners.Values.Distinct(), cancellation);
        return owners.Where(o => cards.TryGetValue(o.Value, out var card) && card.Lines.ContainsKey(o.Key)).ToDictionary(o => o.Key, o => cards[o.Value]);
    }

    /// <summary>The cards of those streams of one kind that a caller may see, by the ids of what they are about.</summary>
    public static async Task<IReadOnlyDictionary<RelayId, Card>> VisibleAsync<TFact>(
        NpgsqlDataSource database, IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation)
        where TFact : class, IFact
    {
        var cards = await CardsOfAsync(database, [.. ids.Select(id => id.Value)], cancellation);
        return ids.Where(id => cards.TryGetValue(id.Value, out var card) && card.Log<TFact>(id.Value) is not null && May.SeeTherapist(caller, card.Id))
            .ToDictionary(id => id, id => cards[id.Value]);
    }
}
