using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Tests.Conditions;

public class ConditionCatalogueTests
{
    private static readonly ConditionCatalogue Catalogue = ConditionCatalogue.Shipped;

    private static IEnumerable<string> Matching(string code) => Catalogue.Matching(ConditionCode.Read(code)!.Value).Select(c => c.Id);

    [Fact]
    public void Every_researched_condition_is_there_with_all_its_rules() =>
        Catalogue.Conditions.Select(c => $"{c.Id} {c.Rules.Length} {string.Join(' ', c.Icd10)}".TrimEnd()).ShouldBeApproved("conditions.txt");

    [Fact]
    public void There_are_53_conditions_and_23_trainings()
    {
        Catalogue.Conditions.Length.ShouldBe(53);
        Catalogue.Trainings.Select(t => t.Id).ShouldBe(
            ["BCTMB", "ONC-FOUND", "ONC-SPEC", "CDT-135", "CLT-LANA", "MLD-BASIC", "PRENATAL", "PRENATAL-HR", "SCAR", "NV-BREAST-48", "WA-INTRAORAL", "TRAUMA", "MILVET", "GERI", "ADAPT", "CARDIAC", "CPR", "BLS", "first_aid", "AED", "fingerprint_clearance", "background_check", "liability_insurance"]);
    }

    [Fact]
    public void Every_example_code_is_a_code_and_matches_its_condition_unless_it_is_a_history_code()
    {
        // Z98.890 is an example of what does not prove a recent surgery.
        foreach (var condition in Catalogue.Conditions)
        {
            foreach (var code in condition.ExampleCodes.Where(c => c != "Z98.890"))
                Matching(code).ShouldContain(condition.Id, code);
        }
    }

    [Theory]
    [InlineData("F41.0", "anxiety panic")]
    [InlineData("C79.51", "cancer bone-metastasis")]
    [InlineData("Z90.10", "cancer-history breast-massage")]
    [InlineData("C00", "cancer")]
    [InlineData("C96.9", "cancer")]
    [InlineData("D09.9", "cancer")]
    [InlineData("D10.0", "")]
    [InlineData("D36.9", "")]
    [InlineData("D37.0", "cancer")]
    [InlineData("D49.9", "cancer")]
    [InlineData("D50.0", "")]
    [InlineData("I82.501", "dvt")]
    [InlineData("Z79.01", "anticoagulant")]
    [InlineData("Z79.1", "nsaid")]
    [InlineData("G35.B0", "multiple-sclerosis")]
    [InlineData("M54.50", "chronic-pain")]
    [InlineData("G90.4", "spinal-cord-disability")]
    public void Overlapping_prefixes_all_match(string code, string conditions) => string.Join(' ', Matching(code)).ShouldBe(conditions);

    [Theory]
    [InlineData(" f41.0 ", "F410")]
    [InlineData("F410", "F410")]
    [InlineData("s72.001a", "S72001A")]
    [InlineData("C79", "C79")]
    [InlineData("F4", null)]
    [InlineData("FA1", null)]
    [InlineData("541.0", null)]
    [InlineData("F4.10", null)]
    [InlineData("F41.", null)]
    [InlineData("F41.0.1", null)]
    [InlineData("F41.01234", null)]
    [InlineData("F41-0", null)]
    public void A_code_is_read_with_or_without_the_dot_in_any_case(string text, string? code) => ConditionCode.Read(text)?.Text.ShouldBe(code);

    [Fact]
    public void A_malformed_code_is_none() => ConditionCode.Read("F41.01234").ShouldBeNull();

    [Fact]
    public void Every_rule_is_cited_and_only_state_gates_are_law()
    {
        var rules = Catalogue.Conditions.SelectMany(c => c.Rules).ToArray();

        rules.ShouldAllBe(r => r.Citation.Text.Length > 0);
        rules.Where(r => r.Basis == RuleBasis.Law).Select(r => r.Id).ShouldBe(
            ["surgical-scar-3", "tmj-1", "tmj-2", "tmj-3", "breast-massage-1", "breast-massage-2", "breast-massage-3", "breast-massage-4", "breast-massage-5"]);
        rules.Where(r => r.Basis == RuleBasis.Law).ShouldAllBe(r => r.Jurisdictions.Count == 1);
        rules.Where(r => r.Basis == RuleBasis.Guidance).ShouldAllBe(r => r.Citation.Text.Contains("clinic policy default", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_recalled_or_derived_is_marked_as_not_verified() =>
        Catalogue.ConditionById("agoraphobia")!.Rules.ShouldAllBe(r => r.Citation.Confidence == Confidence.Unverified);

    [Fact]
    public void The_wait_after_a_stroke_is_30_days_and_not_the_three_months_of_another_manoeuvre() =>
        Catalogue.ConditionById("stroke")!.Rules.SelectMany(r => r.Predicate!.Comparisons).Select(c => c.Threshold).Distinct().ShouldBe([30m]);

    [Fact]
    public void Osteoporosis_reduces_pressure() =>
        Catalogue.ConditionById("Osteoporosis")!.Rules[0].Obligations.ShouldContain(o => o.Message.StartsWith("Reduce pressure", StringComparison.Ordinal));

    [Fact]
    public void Conditions_that_are_always_judged_alike_ask_nothing_and_the_others_turn_on_a_fact_a_state_or_a_technique() =>
        Catalogue.Conditions.SelectMany(c => c.Rules)
            .Where(r => r.Predicate is null && r.When != "always" && r.Jurisdictions.IsEmpty && r.JurisdictionsExcept.IsEmpty && r.Techniques.IsEmpty && !r.IsInstruction)
            .Select(r => $"{r.Id}: {r.When}").ShouldBe(
            [
                "recent-surgery-1: site",
                "panic-2: between attacks",
                "spinal-cord-disability-1: area without sensation",
                "dvt-3: chronic (I82.5)",
                "bone-metastasis-1: affected bone",
                "bone-metastasis-2: elsewhere",
                "lymphedema-2: ordinary massage",
                "diabetes-2: insulin injection or pump site",
                "wounds-burns-1: area",
                "fracture-1: area",
                "varicose-phlebitis-1: varicosity",
                "pacemaker-device-1: orthopaedic hardware",
                "pacemaker-device-2: pacemaker, port or pump",
            ]);
}
