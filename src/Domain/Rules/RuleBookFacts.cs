using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Rules;

/// <summary>A fact of one jurisdiction's rule book.</summary>
public abstract record RuleBookFact : IFact
{
    /// <summary>An adoption has no day in law: the versions inside the book have theirs.</summary>
    public DateOnly? EffectiveOn => null;

    public IFact MapPersonal(Seal seal) => this;
}

/// <summary>From now on the record answers by this book, whole: nothing of an earlier one remains.</summary>
/// <param name="Book">
/// The book itself, as JSON text in the form of the shipped files. Facts are for ever and programs change: an answer of the past is derived
/// again from this text and never from what a later program ships.
/// </param>
public sealed record RuleBookAdopted(Jurisdiction Jurisdiction, string Book) : RuleBookFact;

public sealed record RuleBookFactCorrected(FactId Target, RuleBookFact Replacement, string Reason) : RuleBookFact, ICorrection<RuleBookFact>;

public sealed record RuleBookFactVoided(FactId Target, string Reason) : RuleBookFact, IVoid;
