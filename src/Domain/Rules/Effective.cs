using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Rules;

/// <summary>From when until when something holds in law; both days belong to it.</summary>
/// <param name="From">Null: since before anything on record; the first day is not known.</param>
/// <param name="To">Null: it still holds.</param>
/// <param name="Confidence">How well both days are known.</param>
public sealed record Effective(DateOnly? From, DateOnly? To, Confidence Confidence, string? Note)
{
    /// <summary>The days on which it begins or is over, as far as there are such days.</summary>
    public IEnumerable<DateOnly> Edges => new[] { From, To?.AddDays(1) }.OfType<DateOnly>();

    public bool Contains(DateOnly date) => !(date < From) && !(date > To);

    public bool Overlaps(Effective other) => !(To < other.From) && !(other.To < From);
}
