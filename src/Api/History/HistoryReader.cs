using System.Globalization;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using Npgsql;

namespace LicenseTracker.Api.History;

/// <summary>Which facts of a history to list; every given part must hold.</summary>
/// <param name="Types">Stored names.</param>
/// <param name="Actor">Who recorded it, by id or a part of the name.</param>
/// <param name="EffectiveFrom">Effective on this date or later.</param>
/// <param name="EffectiveTo">Effective on this date or earlier.</param>
/// <param name="RecordedFrom">Recorded at this instant or later.</param>
/// <param name="RecordedTo">Recorded at this instant or earlier.</param>
/// <param name="Source">The import profile or file it came from.</param>
/// <param name="Text">A part of its sentence, whatever the case.</param>
public sealed record HistoryFilter(
    IReadOnlyList<string>? Types, string? Actor, DateOnly? EffectiveFrom, DateOnly? EffectiveTo, DateTimeOffset? RecordedFrom, DateTimeOffset? RecordedTo,
    string? Source, string? Text)
{
    internal bool Takes(HistoryEntryNode entry, Func<string, string?> actorName) =>
        (Types is null || Types.Contains(entry.Type))
        && (Actor is null || entry.Stored.Actor == Actor || Contains(actorName(entry.Stored.Actor), Actor))
        && (EffectiveFrom is null || entry.EffectiveOn >= EffectiveFrom)
        && (EffectiveTo is null || entry.EffectiveOn <= EffectiveTo)
        && (RecordedFrom is null || entry.RecordedAt >= RecordedFrom)
        && (RecordedTo is null || entry.RecordedAt <= RecordedTo)
        && (Source is null || (entry.Source is { } source && (source.Name == Source || source.File == Source)))
        && (Text is null || Contains(entry.Summary, Text));

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>Lists the facts of one therapist or one of their streams, in the order recorded.</summary>
public sealed class HistoryReader(NpgsqlDataSource database, Pager pager)
{
    public async Task<Connection<HistoryEntryNode>> OfTherapistAsync(
        Card card, Caller caller, HistoryFilter? filter, (int? First, string? After, int? Last, string? Before) page, CancellationToken cancellation)
    {
        var restricted = May.SeeInvestigations(caller) ? await FactReader.InvestigationsAsync(database, card.Id.Value, cancellation) : [];
        return await ListAsync(card, [.. card.Lines.Keys, .. restricted], caller, filter, page, cancellation);
    }

    public Task<Connection<HistoryEntryNode>> OfStreamAsync(
        Card card, Guid stream, Caller caller, HistoryFilter? filter, (int? First, string? After, int? Last, string? Before) page,
        CancellationToken cancellation) => ListAsync(card, [stream], caller, filter, page, cancellation);

    private async Task<Connection<HistoryEntryNode>> ListAsync(
        Card card, IReadOnlyCollection<Guid> streams, Caller caller, HistoryFilter? filter, (int? First, string? After, int? Last, string? Before) page,
        CancellationToken cancellation)
    {
        if (!May.SeeHistory(caller, card.Id))
            throw new NotAllowedError();
        var facts = await FactReader.OfStreamsAsync(database, streams, cancellation);
        var names = filter?.Actor is null ? [] : await ActorNames.OfAsync(database, facts.Select(f => f.Actor), cancellation);
        var entries = facts.Select(f => new HistoryEntryNode(f)).Where(e => filter?.Takes(e, names.GetValueOrDefault) != false).ToList();
        return pager.Slice(pager.Page(page.First, page.After, page.Last, page.Before), entries, e => Key(e.Stored), e => e);
    }

    private static string Key(StoredFact fact) => fact.Sequence.ToString("D19", CultureInfo.InvariantCulture);
}
