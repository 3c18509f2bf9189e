using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Tests.Eligibility;
using static LicenseTracker.Domain.Tests.Eligibility.Policies;

namespace LicenseTracker.Domain.Tests.Policies;

/// <summary>What a policy may say, by the shipped catalogue.</summary>
public sealed class PolicyFitTests
{
    private static void Fits(Func<PolicyContent, PolicyContent> change) => PolicyFit.Check(change(PolicyContent.Default), Ask.Catalogue).Refusals.ShouldBeEmpty();

    private static void Refused(Func<PolicyContent, PolicyContent> change, Refusal refusal, string path)
    {
        var one = PolicyFit.Check(change(PolicyContent.Default), Ask.Catalogue).Refusals.ShouldHaveSingleItem();
        one.Code.ShouldBe(refusal.Code);
        string.Join('.', one.Path).ShouldBe("content." + path);
    }

    private static void RuleRefused(RuleOverride rule, Refusal refusal, string path) =>
        Refused(c => c with { Rules = [Rule("hypertension-2"), rule] }, refusal, "rules.1." + path);

    [Fact]
    public void Ids_that_no_catalogue_has_are_refused_with_their_place()
    {
        RuleRefused(Rule("hypertension-9"), PolicyFit.RuleUnknown, "rule");
        Refused(c => c with { Trainings = [new("TATTOO", true, [])] }, PolicyFit.TrainingUnknown, "trainings.0.training");
        Refused(c => c with { ConditionsNotTreated = ["cancer", "ennui"] }, PolicyFit.ConditionUnknown, "conditionsNotTreated.1");
        Refused(c => c with { RequiredCertifications = [new("tattoo", PolicyEffect.Block)] }, PolicyFit.TrainingUnknown, "requiredCertifications.0.certification");
        Refused(c => c with { AcceptedWhereNoLicense = ["tattoo"] }, PolicyFit.TrainingUnknown, "acceptedWhereNoLicense.0");
        Fits(c => c with { RequiredCertifications = [new("cpr", PolicyEffect.Block), new("liability_insurance", PolicyEffect.Warn)], AcceptedWhereNoLicense = ["BCTMB"] });
    }

    [Fact]
    public void The_law_is_never_softened()
    {
        RuleRefused(Rule("tmj-1") with { Applies = false }, PolicyRuleFit.SoftensLaw, "applies");
        RuleRefused(Rule("tmj-1") with { Disposition = Disposition.Clearance }, PolicyRuleFit.SoftensLaw, "disposition");
        Refused(c => c with { Trainings = [new("WA-INTRAORAL", false, ["our own course"])] }, PolicyRuleFit.SoftensLaw, "trainings.0.acceptedAs");
        Fits(c => c with { Rules = [Rule("tmj-1") with { Disposition = Disposition.Absolute }, Rule("hypertension-2") with { Applies = false }] });
    }

    [Fact]
    public void A_disposition_that_the_rule_cannot_carry_is_refused()
    {
        RuleRefused(Rule("hypertension-3") with { Disposition = Disposition.QualifiedOnly }, PolicyRuleFit.DispositionUnfit, "disposition");
        RuleRefused(Rule("hypertension-3") with { Disposition = Disposition.EmergencyStop }, PolicyRuleFit.DispositionUnfit, "disposition");
        RuleRefused(Rule("hypertension-3") with { TrainingBlocks = true }, PolicyRuleFit.NoTraining, "trainingBlocks");
        RuleRefused(Rule("tmj-2") with { TrainingBlocks = true }, PolicyRuleFit.NoTraining, "trainingBlocks");
        Fits(c => c with { Rules = [Rule("surgical-scar-2") with { Disposition = Disposition.QualifiedOnly, TrainingBlocks = true }] });
    }

    [Theory]
    [InlineData("hypertension-3", "bp_systolic", Comparison.GreaterOrEqual, "140", null, null)]
    [InlineData("hypertension-3", "BP_systolic", Comparison.GreaterOrEqual, "160", null, null)]
    [InlineData("hypertension-3", "bp_systolic", Comparison.GreaterOrEqual, "161", "POLICY_FIGURE_NOT_STRICTER", "value")]
    [InlineData("hypertension-3", "bp_systolic", Comparison.Less, "140", "POLICY_FIGURE_UNKNOWN", "fact")]
    [InlineData("hypertension-3", "gestation_weeks", Comparison.GreaterOrEqual, "12", "POLICY_FIGURE_UNKNOWN", "fact")]
    [InlineData("hypertension-3", "bp_systolic", Comparison.GreaterOrEqual, "high", "POLICY_FIGURE_MALFORMED", "value")]
    [InlineData("hypertension-3", "bp_systolic", Comparison.GreaterOrEqual, "-5", "POLICY_FIGURE_MALFORMED", "value")]
    [InlineData("hypertension-1", "bp_systolic", Comparison.Less, "170", "POLICY_FIGURE_NOT_STRICTER", "value")]
    [InlineData("hypertension-2", "bp_medicated", Comparison.Equal, "1", "POLICY_FIGURE_UNKNOWN", "fact")]
    [InlineData("surgical-scar-1", "days_since_surgery", Comparison.Less, "56", null, null)]
    [InlineData("surgical-scar-1", "days_since_surgery", Comparison.Less, "41", "POLICY_FIGURE_NOT_STRICTER", "value")]
    [InlineData("surgical-scar-1", "days_since_surgery", Comparison.Less, "56.5", "POLICY_FIGURE_MALFORMED", "value")]
    public void A_figure_may_only_widen_a_rule_that_restricts(string rule, string fact, Comparison comparison, string value, string? code, string? place)
    {
        var check = PolicyFit.Check(PolicyContent.Default with { Rules = [Rule(rule) with { Figures = [new(fact, comparison, value)] }] }, Ask.Catalogue);

        check.Refusals.Select(r => (r.Code, string.Join('.', r.Path))).ShouldBe(code is null ? [] : [(code, $"content.rules.0.figures.0.{place}")]);
    }

    [Fact]
    public void Nothing_is_named_twice_no_list_is_endless_and_days_are_days()
    {
        Refused(c => c with { Rules = [Rule("hypertension-2"), Rule("hypertension-2")] }, PolicyFit.NamedTwice, "rules.1.rule");
        Refused(c => c with { RequiredCertifications = [new("cpr", PolicyEffect.Warn), new("CPR", PolicyEffect.Block)] }, PolicyFit.NamedTwice, "requiredCertifications.1.certification");
        Refused(c => c with { ClearingProviders = [ProviderKind.Midwife, ProviderKind.Midwife] }, PolicyFit.NamedTwice, "clearingProviders.1");
        Refused(
            c => c with { Rules = [Rule("hypertension-3") with { Figures = [new("bp_systolic", Comparison.GreaterOrEqual, "150"), new("bp_systolic", Comparison.GreaterOrEqual, "140")] }] },
            PolicyFit.NamedTwice, "rules.0.figures");
        Refused(c => c with { ConditionsNotTreated = [.. Enumerable.Repeat("cancer", 501)] }, PolicyFit.ListTooLong, "conditionsNotTreated");
        Refused(c => c with { SourceOldAfterDays = 0 }, PolicyFit.DaysOutOfRange, "sourceOldAfterDays");
        Refused(c => c with { CeBlocksWithinDays = 0 }, PolicyFit.DaysOutOfRange, "ceBlocksWithinDays");
        Refused(c => c with { Trainings = [new("SCAR", false, [" "])] }, Inputs.TextMissing, "trainings.0.acceptedAs.0");
        Fits(c => c with { SourceOldAfterDays = 3650 });
    }

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        PolicyFit.Check(PolicyContent.Default with { Rules = [Rule("a"), Rule("b")], SourceOldAfterDays = -1 }, Ask.Catalogue).Refusals.Length.ShouldBe(3);
}
