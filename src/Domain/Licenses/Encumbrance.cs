using System.Collections.Immutable;

namespace LicenseTracker.Domain.Licenses;

/// <summary>What one order says: the type of the action and the day at whose start it ends by itself.</summary>
public readonly record struct EncumbranceOrder(EncumbranceType Type, DateOnly? ScheduledLiftOn) : IComparable<EncumbranceOrder>
{
    public int CompareTo(EncumbranceOrder other) =>
        Comparer<(EncumbranceType, DateOnly?)>.Default.Compare((Type, ScheduledLiftOn), (other.Type, other.ScheduledLiftOn));

    public bool ActsOn(DateOnly date) => ScheduledLiftOn is not { } end || date < end;

    public static bool operator <(EncumbranceOrder left, EncumbranceOrder right) => left.CompareTo(right) < 0;

    public static bool operator >(EncumbranceOrder left, EncumbranceOrder right) => left.CompareTo(right) > 0;

    public static bool operator <=(EncumbranceOrder left, EncumbranceOrder right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EncumbranceOrder left, EncumbranceOrder right) => left.CompareTo(right) >= 0;
}

/// <summary>How an encumbrance acts on a date.</summary>
/// <param name="Type">As what it acts; null: its records contradict each other on that.</param>
/// <param name="StayedFrom">The type that a stay softens, if one does.</param>
public sealed record EncumbranceAction(EncumbranceType? Type, EncumbranceType? StayedFrom, DateOnly Since, ImmutableArray<FactId> Evidence);

/// <summary>One adverse action through all its orders. Type, schedule, category and note are those of the latest order known.</summary>
/// <param name="FactId">The fact that imposed it.</param>
/// <param name="LiftedOn">The day at whose start it was lifted, or a reinstatement ended it; null: neither.</param>
/// <param name="Imposed">What the first order said; revisions replace it from their dates on.</param>
/// <param name="Stays">The end of the stay (null: none) from the day it was stayed.</param>
/// <param name="Before">The days before its first on which it may have acted already; null: none.</param>
public sealed record Encumbrance(
    EncumbranceId Id,
    FactId FactId,
    EncumbranceType Type,
    DateOnly EffectiveOn,
    DateOnly? ScheduledLiftOn,
    DateOnly? LiftedOn,
    string? Category,
    PersonalAt NoteAt,
    Change<EncumbranceOrder> Imposed,
    Dated<EncumbranceOrder> Revisions,
    Dated<DateOnly?> Stays,
    UncertainDays? Before)
{
    /// <summary>What the latest order leaves of the authority to practise while it acts.</summary>
    public Authority Authority => Type.Authority();

    public Personal Note => NoteAt.Text;

    /// <summary>The order in force on a date, leaving lifts aside; null: not yet imposed.</summary>
    public Governing<EncumbranceOrder>? OrderOn(DateOnly date) =>
        date < EffectiveOn ? null
        : Revisions.On(date) is { } revision && revision.Since >= EffectiveOn ? revision with { Evidence = [.. Imposed.Evidence, .. revision.Evidence] }
        : new(EffectiveOn, [Imposed.Value], Imposed.Evidence);

    /// <summary>How it acts on a date; null: it does not.</summary>
    public EncumbranceAction? ActionOn(DateOnly date)
    {
        if (OrderOn(date) is not { } order || !order.Readings.Any(o => o.ActsOn(date)))
            return null;
        if (date >= LiftedOn)
        {
            // Voids can leave an order dated after the lift: then neither the lift nor the order can be trusted.
            return order.Since > LiftedOn ? new(null, null, order.Since, order.Evidence) : null;
        }

        if (order.IsConflict)
            return new(null, null, order.Since, order.Evidence);

        var type = order.Readings[0].Type;
        if (type.Authority() != Licenses.Authority.None || Stays.On(date) is not { } stay || stay.Since < order.Since)
            return new(type, null, order.Since, order.Evidence);

        ImmutableArray<FactId> evidence = [.. order.Evidence, .. stay.Evidence];
        var running = stay.Readings.Count(end => end is not { } last || date < last);
        return running == 0 ? new(type, null, order.Since, order.Evidence)
            : running == stay.Readings.Length ? new(EncumbranceType.StayedSuspension, type, stay.Since, evidence)
            : new(null, null, stay.Since, evidence);
    }

    /// <summary>How it may have acted on a date before the first that is known; null: not at all.</summary>
    public EncumbranceAction? PossibleActionOn(DateOnly date) =>
        Before?.Contains(date) == true && Imposed.Value.Type.Authority() != Licenses.Authority.Full
            ? new(Imposed.Value.Type, null, Before.PossiblySince, Before.Evidence)
            : null;

    /// <summary>Every date on which the way it acts may change.</summary>
    public IEnumerable<DateOnly> Breakpoints
    {
        get
        {
            var schedules = Revisions.Periods.SelectMany(p => p.Readings).Append(Imposed.Value).Select(o => o.ScheduledLiftOn);
            var stayEnds = Stays.Periods.SelectMany(p => p.Readings);
            return schedules.Concat(stayEnds).Append(LiftedOn).OfType<DateOnly>().Concat(Revisions.Dates).Concat(Stays.Dates).Append(EffectiveOn);
        }
    }
}
