using System.ComponentModel;
using LicenseTracker.Api.Policies;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
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

    /// <summary>The rule book consulted; null: none was.</summary>
    public RuleBookReference? RuleBook => null;

    /// <summary>The policy it was decided under.</summary>
    public PolicyReferenceNode Policy => new(decision.Policy);
}

/// <summary>A jurisdiction's rule book in one version.</summary>
/// <param name="Jurisdiction">Whose it is.</param>
/// <param name="Version">Which version.</param>
/// <param name="AdoptedLater">It was not yet adopted at that time: the shipped book answered.</param>
public sealed record RuleBookReference(Jurisdiction Jurisdiction, string Version, bool AdoptedLater);
