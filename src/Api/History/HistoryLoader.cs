using System.Globalization;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.Cards;

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
    /// <param name="actors">The ids of those that Actor means; null: it means nobody.</param>
    internal bool Takes(HistoryEntryNode entry, IReadOnlySet<string>? actors) =>
        (Types is null || Types.Contains(entry.Type))
        && (Actor is null || actors?.Contains(entry.Stored.Actor) == true)
        && (EffectiveFrom is null || entry.EffectiveOn >= EffectiveFrom)
        && (EffectiveTo is null || entry.EffectiveOn <= EffectiveTo)
        && (RecordedFrom is null || entry.RecordedAt >= RecordedFrom)
        && (RecordedTo is null || entry.RecordedAt <= RecordedTo)
        && (Source is null || (entry.Source is { } source && (source.Name == Source || source.File == Source)))
        && (Text is null || Contains(entry.Summary, Text));

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>Lists the facts of one therapist, one of their streams or one clinic, in the order recorded; many such lists of a request are read together.</summary>
public sealed class HistoryLoader(FactsLoader facts, ActorSearchLoader actors, Pager pager)
{
    public IDataLoaderResult<Connection<HistoryEntryNode>> OfTherapist(
        Card card, Caller caller, HistoryFilter? filter, (int? First, string? After, int? Last, string? Before) page)
    {
        IEnumerable<FactsOf> restricted = May.SeeInvestigations(caller) ? [new(card.Id.Value, Investigations: true)] : [];
        return OfTherapist(card, [.. card.Lines.Keys.Select(s => new FactsOf(s)), .. restricted], caller, filter, page);
    }

    public IDataLoaderResult<Connection<HistoryEntryNode>> OfStream(
        Card card, Guid stream, Caller caller, HistoryFilter? filter, (int? First, string? After, int? Last, string? Before) page) =>
        OfTherapist(card, [new(stream)], caller, filter, page);

    public IDataLoaderResult<Connection<HistoryEntryNode>> OfClinic(
        ClinicId clinic, Caller caller, HistoryFilter? filter, (int? First, string? After, int? Last, string? Before) page) =>
        List(May.SeeClinic(caller, clinic), [new(clinic.Value), new(ClinicPolicy.StreamOf(clinic))], filter, page);

    /// <summary>For everyone: by which rules the record answers is no secret.</summary>
    public IDataLoaderResult<Connection<HistoryEntryNode>> OfRuleBook(
        Jurisdiction jurisdiction, HistoryFilter? filter, (int? First, string? After, int? Last, string? Before) page) =>
        List(isAllowed: true, [new(RuleBookRecord.StreamOf(jurisdiction))], filter, page);

    private IDataLoaderResult<Connection<HistoryEntryNode>> OfTherapist(
        Card card, IReadOnlyList<FactsOf> wanted, Caller caller, HistoryFilter? filter, (int? First, string? After, int? Last, string? Before) page) =>
        List(May.SeeHistory(caller, card.Id), wanted, filter, page);

    private IDataLoaderResult<Connection<HistoryEntryNode>> List(
        bool isAllowed, IReadOnlyList<FactsOf> wanted, HistoryFilter? filter, (int? First, string? After, int? Last, string? Before) page)
    {
        if (!isAllowed)
            throw new NotAllowedError();
        var asked = pager.Page(page.First, page.After, page.Last, page.Before);
        var named = filter?.Actor is { } actor ? actors.Load(actor) : LoadedValues.Ready<IReadOnlySet<string>?>(null);
        return wanted.Select(facts.Load).Together().With(named, (read, actorIds) =>
        {
            var entries = read.SelectMany(f => f ?? []).Select(f => new HistoryEntryNode(f)).Where(e => filter?.Takes(e, actorIds) != false).ToList();
            return pager.Slice(asked, entries, e => e.Sequence.ToString("D19", CultureInfo.InvariantCulture), e => e);
        });
    }
}
