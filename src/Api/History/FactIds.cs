using System.Globalization;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.History;

/// <summary>The global id of a fact names its place, stream and version, so that it is found without a search.</summary>
public static class FactIds
{
    public static RelayId Of(StoredFact fact) => Of(fact.Stream, fact.Version);

    public static RelayId Of(Guid stream, long version) => new(HistoryEntryNode.TypeName, stream, version.ToString(CultureInfo.InvariantCulture));

    /// <summary>The id of a fact that a card holds.</summary>
    public static RelayId Of(Card card, FactId fact)
    {
        var (stream, version) = PlaceOf(card, fact);
        return Of(stream, version);
    }

    public static (Guid Stream, long Version) PlaceOf(Card card, FactId fact) =>
        FindPlaceOf(card, fact) ?? throw new ArgumentException("The card holds no such fact.", nameof(fact));

    /// <summary>Null: the card holds no such fact, as one that was only supposed.</summary>
    public static (Guid Stream, long Version)? FindPlaceOf(Card card, FactId fact)
    {
        foreach (var (stream, facts) in card.Lines)
        {
            if (facts.FirstOrDefault(f => f.Id == fact) is { } found)
                return (stream, found.Version);
        }

        return null;
    }

    /// <summary>The place an id names; null when it is no fact's id.</summary>
    public static (Guid Stream, long Version)? PlaceOf(RelayId id) =>
        id.As(HistoryEntryNode.TypeName) is { } stream && long.TryParse(id.Extra, CultureInfo.InvariantCulture, out var version) ? (stream, version) : null;
}
