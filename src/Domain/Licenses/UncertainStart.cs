namespace LicenseTracker.Domain.Licenses;

/// <summary>
/// A fact from a source that says what is so and not since when: it holds from a day on for certain, and for some days before that nobody
/// knows. A person who learns the true day corrects the fact.
/// </summary>
public interface IUncertainStart
{
    /// <summary>The first day on which it may have held already; null: its first day is known.</summary>
    DateOnly? PossiblySince { get; }

    /// <summary>The first day on which it holds for certain.</summary>
    DateOnly CertainFrom { get; }
}

/// <summary>The days on which something that a source named may have held already.</summary>
/// <param name="CertainFrom">The day after the last of them.</param>
public sealed record UncertainDays(DateOnly PossiblySince, DateOnly CertainFrom, System.Collections.Immutable.ImmutableArray<FactId> Evidence)
{
    public static readonly Refusal NotEarlier = new(
        "POSSIBLE_START_NOT_EARLIER", "The first day on which this may have held must lie before the day from which it holds.", "possiblySince");

    public bool Contains(DateOnly date) => PossiblySince <= date && date < CertainFrom;

    internal static UncertainDays? Of(Held<LicenseFact> held) =>
        held.Fact is IUncertainStart { PossiblySince: { } since } start ? new(since, start.CertainFrom, held.Evidence) : null;

    internal static Check Judge(IUncertainStart fact) => Check.Begin
        .Date(fact.PossiblySince, "possiblySince").Refuse(fact.PossiblySince >= fact.CertainFrom, NotEarlier);
}
