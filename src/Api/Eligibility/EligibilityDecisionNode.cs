using System.ComponentModel;
using LicenseTracker.Api.Policies;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Projections.Cards;

namespace LicenseTracker.Api.Eligibility;

/// <summary>The verdict with everything it rests on.</summary>
[Description("The verdict with everything it rests on. " + EligibilityDecider.Disclaimer)]
public sealed class EligibilityDecisionNode(Card? card, EligibilityDecision decision)
{
    /// <summary>The answer in one word.</summary>
    public Verdict Verdict => decision.Verdict;

    /// <summary>All reasons, satisfied ones too, blocking first.</summary>
    public IReadOnlyList<ReasonNode> Reasons => ReasonNode.Of(card, decision.Reasons);

    /// <summary>What remains to be done or kept to.</summary>
    public IReadOnlyList<Obligation> Obligations => decision.Obligations;

    /// <summary>The date judged.</summary>
    public DateOnly On => decision.On;

    /// <summary>What was known until when; null: everything recorded.</summary>
    public DateTimeOffset? KnownAt => decision.KnownAt;

    /// <summary>Last date with the same verdict and obligations if nothing new is recorded; null: no end within ten years.</summary>
    public DateOnly? ValidUntil => decision.ValidUntil;

    /// <summary>The store's position of the newest fact about the therapist that was read; 0: none is on record.</summary>
    public long AsOfSequence => decision.AsOfSequence;

    /// <summary>Who would treat; null: not on record.</summary>
    public TherapistNode? Therapist => card is null ? null : new(card);

    /// <summary>The state's rule book, in the version whose days hold the date judged; null: it has no rules for this profession on that day.</summary>
    public RuleBookReference? RuleBook => decision.RuleBook;

    /// <summary>The policy it was decided under.</summary>
    public PolicyReferenceNode Policy => new(decision.Policy);
}
