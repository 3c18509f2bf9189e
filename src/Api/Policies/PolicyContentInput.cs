using GraphQL;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Policies;

namespace LicenseTracker.Api.Policies;

/// <summary>All that a policy asks for on top of law and guidance. What is left out is as in the default policy, not as in an earlier one.</summary>
/// <param name="Rules">Changes to rules of the condition catalogue. Law is never softened.</param>
/// <param name="Trainings">Changes to entries of the training catalogue, wherever guidance asks for them.</param>
/// <param name="ConditionsNotTreated">Ids of conditions that the clinic does not treat at all.</param>
/// <param name="RequiredCertifications">What every therapist needs, whatever the client's conditions.</param>
/// <param name="CeNotOnTrack">What it does when the continuing education of the license's cycle is not done, or not known to be.</param>
/// <param name="OtherStateDiscipline">What discipline in another state does.</param>
/// <param name="AcceptedWhereNoLicense">Certifications of which one is enough where the state has no license.</param>
/// <param name="AcceptsStateCredential">Where the state has no license, its own registration or voluntary certificate in force is enough.</param>
/// <param name="ClearingProviders">From whom the clinic accepts a clearance; empty: whoever the guidance names.</param>
/// <param name="SourceOldAfterDays">A verdict warns of a license that no source has confirmed for longer; absent: it never does.</param>
/// <param name="CeBlocksWithinDays">Where continuing education blocks: only from so many days before it is due; absent: at any time in the cycle.</param>
public sealed record PolicyContentInput(
    [property: DefaultAstValue("[]")] IReadOnlyList<RuleOverrideInput> Rules,
    [property: DefaultAstValue("[]")] IReadOnlyList<TrainingOverrideInput> Trainings,
    [property: DefaultAstValue("[]")] IReadOnlyList<string> ConditionsNotTreated,
    [property: DefaultAstValue("[]")] IReadOnlyList<RequiredCertificationInput> RequiredCertifications,
    [property: DefaultAstValue("[]")] IReadOnlyList<string> AcceptedWhereNoLicense,
    [property: DefaultAstValue("[]")] IReadOnlyList<ProviderKind> ClearingProviders,
    int? SourceOldAfterDays,
    int? CeBlocksWithinDays,
    PolicyEffect? CeNotOnTrack = PolicyEffect.Warn,
    PolicyEffect? OtherStateDiscipline = PolicyEffect.Warn,
    bool? AcceptsStateCredential = false)
{
    internal PolicyContent ToContent() => new(
        [.. Rules.Select(r => new RuleOverride(
            r.Rule.Trim(), r.Applies ?? true, r.Disposition, r.TrainingBlocks ?? false,
            [.. r.Figures.Select(f => new FigureOverride(f.Fact.Trim(), f.Comparison, f.Value.Trim()))]))],
        [.. Trainings.Select(t => new TrainingOverride(t.Training.Trim(), t.Blocks ?? false, [.. t.AcceptedAs.Select(a => a.Trim())]))],
        [.. ConditionsNotTreated.Select(c => c.Trim())],
        [.. RequiredCertifications.Select(c => new RequiredCertification(c.Certification.Trim(), c.WhenMissing ?? PolicyEffect.Block))],
        CeNotOnTrack ?? PolicyEffect.Warn,
        OtherStateDiscipline ?? PolicyEffect.Warn,
        [.. AcceptedWhereNoLicense.Select(c => c.Trim())],
        AcceptsStateCredential ?? false,
        [.. ClearingProviders],
        SourceOldAfterDays,
        CeBlocksWithinDays);
}

/// <summary>What a clinic makes of one rule of the condition catalogue.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Applies">No: the rule is switched off; never one of the law.</param>
/// <param name="Disposition">What the rule says here; absent: what the catalogue says.</param>
/// <param name="TrainingBlocks">Who lacks the training that the rule asks for may not treat.</param>
/// <param name="Figures">Figures made stricter.</param>
public sealed record RuleOverrideInput(
    string Rule, Disposition? Disposition, [property: DefaultAstValue("[]")] IReadOnlyList<FigureOverrideInput> Figures, bool? Applies = true, bool? TrainingBlocks = false);

/// <summary>A figure that a client fact is compared with, as a clinic has it.</summary>
/// <param name="Fact">The client fact's id.</param>
/// <param name="Comparison">How the rule compares it.</param>
/// <param name="Value">The figure in the fact's own unit, written as a number.</param>
public sealed record FigureOverrideInput(string Fact, Comparison Comparison, string Value);

/// <summary>What a clinic makes of one entry of the training catalogue.</summary>
/// <param name="Training">The training's id.</param>
/// <param name="Blocks">Who lacks it may not treat where a rule asks for it.</param>
/// <param name="AcceptedAs">Other certifications that the clinic takes for it, by the names they are recorded under.</param>
public sealed record TrainingOverrideInput(string Training, [property: DefaultAstValue("[]")] IReadOnlyList<string> AcceptedAs, bool? Blocks = false);

/// <summary>A certification that every therapist needs here.</summary>
/// <param name="Certification">Id in the training catalogue: cpr, liability_insurance, BCTMB …</param>
/// <param name="WhenMissing">What its lack does.</param>
public sealed record RequiredCertificationInput(string Certification, PolicyEffect? WhenMissing = PolicyEffect.Block);
