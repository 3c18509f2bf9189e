using System.Collections.Immutable;
using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Policies;

/// <summary>What a clinic puts in the place of a rule's disposition; it never softens the law.</summary>
/// <param name="Disposition">What the rule says here; null: the rule does not apply here.</param>
public sealed record RuleOverride(Disposition? Disposition);

/// <summary>A clinic's own requirements on top of law and guidance, in one version.</summary>
/// <param name="RequiredTrainings">Trainings without which a rule that asks for them blocks, though guidance alone asks.</param>
/// <param name="RequiredTrainingRules">Rules whose training blocks when missing.</param>
/// <param name="OtherStateDisciplineBlocks">Discipline in another state blocks; else it is a warning.</param>
/// <param name="AcceptedWhereNoLicense">Certifications of which one is enough where the state has no license.</param>
/// <param name="AcceptsStateCredential">Where the state has no license, its own registration or voluntary certificate in force is enough.</param>
/// <param name="Overrides">By rule id of the condition catalogue.</param>
public sealed record Policy(
    string Name,
    string Version,
    ImmutableHashSet<string> RequiredTrainings,
    ImmutableHashSet<string> RequiredTrainingRules,
    bool OtherStateDisciplineBlocks,
    ImmutableArray<string> AcceptedWhereNoLicense,
    bool AcceptsStateCredential,
    ImmutableDictionary<string, RuleOverride> Overrides)
{
    /// <summary>Law binds, guidance obliges, and nothing stands in for a license that a state does not have.</summary>
    public static readonly Policy Default = new(
        "Default policy", "1", [], [], false, [], false, ImmutableDictionary<string, RuleOverride>.Empty);

    /// <summary>Whether a missing training blocks though the law does not ask for it.</summary>
    public bool Requires(ConditionRule rule) =>
        RequiredTrainingRules.Contains(rule.Id) || (rule.Training is { } training && training.AnyOf.Any(RequiredTrainings.Contains));

    /// <summary>What the rule says under this policy; null: it does not apply. Law stays, unless the clinic forbids what it allows.</summary>
    public Disposition? DispositionOf(ConditionRule rule) =>
        !Overrides.TryGetValue(rule.Id, out var change) ? rule.Disposition
        : rule.Basis == RuleBasis.Law && change.Disposition != Disposition.Absolute ? rule.Disposition
        : change.Disposition;
}
