using System.Collections.Immutable;

namespace LicenseTracker.Domain.Licenses;

/// <summary>Puts the encumbrances of a license together from its facts: each its own, however they overlap and in whatever order they came.</summary>
public static class Encumbrances
{
    public static ImmutableArray<Encumbrance> Of(ImmutableArray<Held<LicenseFact>> held)
    {
        var reinstatements = held.Select(h => h.Fact).OfType<LicenseReinstated>().Select(r => r.ReinstatedOn).Order().ToImmutableArray();
        return
        [
            .. held.Where(h => IdOf(h.Fact) is not null).GroupBy(h => IdOf(h.Fact)!.Value)
                .Select(g => Assemble(g.Key, [.. g], reinstatements)).OfType<Encumbrance>()
                .OrderBy(e => e.EffectiveOn).ThenBy(e => e.FactId.Value),
        ];
    }

    /// <summary>The encumbrance a fact is about; null: about none.</summary>
    public static EncumbranceId? IdOf(LicenseFact fact) => fact switch
    {
        EncumbranceImposed f => f.EncumbranceId,
        DisciplineReported f => f.EncumbranceId,
        EncumbranceRevised f => f.EncumbranceId,
        EncumbranceStayed f => f.EncumbranceId,
        EncumbranceLifted f => f.EncumbranceId,
        _ => null,
    };

    private static Encumbrance? Assemble(EncumbranceId id, ImmutableArray<Held<LicenseFact>> facts, ImmutableArray<DateOnly> reinstatements)
    {
        // Lifts and revisions of an action whose imposition was voided act on nothing.
        var orders = facts.Select(OrderOf).OfType<(Held<LicenseFact> Held, Change<EncumbranceOrder> Change)>().ToImmutableArray();
        var impositions = orders.Where(o => o.Held.Fact is not EncumbranceRevised).OrderBy(o => o.Change.On).ThenBy(o => o.Change.Version);
        if (impositions.Select(o => o.Held).FirstOrDefault() is not { } imposed)
            return null;

        var first = orders.First(o => o.Held == imposed).Change;
        var revisions = orders.Where(o => o.Held != imposed).ToImmutableArray();

        // Of contradicting orders of one day the strictest is shown; how they act is decided by Encumbrance.ActionOn.
        var latest = revisions.Where(r => r.Change.On >= first.On).OrderByDescending(r => r.Change.On)
            .ThenBy(r => r.Change.Value.Type.Authority()).ThenBy(r => r.Change.Value).ThenBy(r => r.Held.Id.Value)
            .Select(r => r.Held).FirstOrDefault(imposed);
        var (order, category, note) = Content(latest.Fact);
        var encumbrance = new Encumbrance(
            id,
            imposed.Id,
            order.Type,
            first.On,
            order.ScheduledLiftOn,
            null,
            category,
            PersonalAt.In(latest, "note", note),
            first,
            new(revisions.Select(r => r.Change)),
            new(facts.Where(h => h.Fact is EncumbranceStayed).Select(h => Change(h, ((EncumbranceStayed)h.Fact).StayEndsOn))),
            UncertainDays.Of(imposed));
        return encumbrance with { LiftedOn = EndOf(encumbrance, facts, reinstatements) };
    }

    /// <summary>The latest lift, so that nobody counts as free earlier than any record says; else the first reinstatement that reaches it.</summary>
    private static DateOnly? EndOf(Encumbrance encumbrance, ImmutableArray<Held<LicenseFact>> facts, ImmutableArray<DateOnly> reinstatements)
    {
        var lifts = facts.Select(h => h.Fact).OfType<EncumbranceLifted>().Select(l => l.LiftedOn).ToImmutableArray();
        if (!lifts.IsEmpty)
            return lifts.Max();
        return reinstatements.Where(r => encumbrance.OrderOn(r) is { } order && order.Readings.All(o => IsReinstatable(o.Type)))
            .Select(r => (DateOnly?)r).FirstOrDefault();
    }

    private static bool IsReinstatable(EncumbranceType type) => type is EncumbranceType.Revocation or EncumbranceType.Surrender;

    private static (Held<LicenseFact>, Change<EncumbranceOrder>)? OrderOf(Held<LicenseFact> held) =>
        held.Fact is EncumbranceImposed or EncumbranceRevised or DisciplineReported ? (held, Change(held, Content(held.Fact).Order)) : null;

    private static (EncumbranceOrder Order, string? Category, Personal Note) Content(LicenseFact fact) => fact switch
    {
        EncumbranceImposed f => (new(f.Type, f.ScheduledLiftOn), f.Category, f.Note),
        EncumbranceRevised f => (new(f.Type, f.ScheduledLiftOn), f.Category, f.Note),
        _ => (new(EncumbranceType.DisciplineReported, null), null, Personal.None),
    };

    private static Change<T> Change<T>(Held<LicenseFact> held, T value) => new(held.Fact.EffectiveOn!.Value, value, held.Evidence, held.Version);
}
