using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Tests.Eligibility;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Policies;

public sealed class PolicyTimelineTests
{
    private static readonly Clinic Harbor = new(Eligibility.Policies.Clinic, Log<ClinicFact>(new ClinicOpened("Harbor Clinic")));

    private static string On(ClinicPolicy record, string date, DateTimeOffset? knownAt = null)
    {
        var policy = record.KnownAt(knownAt, Ask.Catalogue).On(Day(date)).Reference;
        return $"{policy.Name} {policy.Version}";
    }

    [Fact]
    public void Before_any_adoption_the_default_policy_answers_and_then_the_latest_from_its_day_on_whatever_was_recorded_first()
    {
        var record = Eligibility.Policies.Record(
            Eligibility.Policies.Adopted("2026-06-01", name: "Summer"), Eligibility.Policies.Adopted("2026-01-01", name: "Winter"));

        On(record, "2025-12-31").ShouldBe("Default policy 1");
        On(record, "2026-01-01").ShouldBe("Winter 2");
        On(record, "2026-05-31").ShouldBe("Winter 2");
        On(record, "2026-06-01").ShouldBe("Summer 1");
        record.KnownAt(null, Ask.Catalogue).On(Day("2025-12-31")).Reference.Clinic.ShouldBeNull();
        record.KnownAt(null, Ask.Catalogue).On(Day("2026-06-01")).Reference.Clinic.ShouldBe(Eligibility.Policies.Clinic);
    }

    [Fact]
    public void What_was_known_then_answers_as_it_did_then()
    {
        var record = Eligibility.Policies.Record(
            Eligibility.Policies.Adopted("2026-01-01", name: "First"),
            new PolicyFactCorrected(Fact(1), Eligibility.Policies.Adopted("2026-02-01", name: "Corrected"), "Wrong day"),
            new PolicyFactVoided(Fact(2), "It was right"),
            new PolicyFactVoided(Fact(1), "Never adopted"));

        On(record, "2026-01-15", RecordedAt(1)).ShouldBe("First 1");
        On(record, "2026-01-15", RecordedAt(2)).ShouldBe("Default policy 1");
        On(record, "2026-02-15", RecordedAt(2)).ShouldBe("Corrected 2");
        On(record, "2026-02-15", RecordedAt(3)).ShouldBe("First 1");
        On(record, "2026-02-15").ShouldBe("Default policy 1");
    }

    [Fact]
    public void Each_adoption_holds_through_the_day_before_the_next()
    {
        var timeline = Eligibility.Policies.Record(Eligibility.Policies.Adopted("2026-01-01"), Eligibility.Policies.Adopted("2026-06-01")).KnownAt(null, Ask.Catalogue);

        timeline.Adoptions.Select(timeline.ThroughOf).ShouldBe([Day("2026-05-31"), null]);
        timeline.Breakpoints.ShouldBe([Day("2026-01-01"), Day("2026-06-01")]);
    }

    [Fact]
    public void One_day_has_one_policy_however_it_comes_about()
    {
        var record = Eligibility.Policies.Record(
            Eligibility.Policies.Adopted("2026-01-01"), new PolicyFactVoided(Fact(1), "Mistake"), Eligibility.Policies.Adopted("2026-01-01"), Eligibility.Policies.Adopted("2026-03-01"));

        Adopt(record, "2026-03-01").ThenRefused(AdoptPolicy.SameDay);
        VoidPolicyFact.Decide(new(Harbor.Id, Fact(2), "It held", 4), record).ThenRefused(AdoptPolicy.SameDay);
        VoidPolicyFact.Decide(new(Harbor.Id, Fact(3), "Never", 4), record).ThenRecorded(new PolicyFactVoided(Fact(3), "Never"));
        Correct(record, 3, "2026-03-01").ThenRefused(AdoptPolicy.SameDay);
        Correct(record, 3, "2026-01-01").Accepted.ShouldBeTrue();
        Correct(record, 3, "2025-01-01").Accepted.ShouldBeTrue();
    }

    [Fact]
    public void A_policy_is_adopted_by_a_clinic_on_record_from_a_day_of_this_age_under_a_name()
    {
        Adopt(ClinicPolicy.Empty(Harbor.Id), "2026-01-01").ThenRecorded(Eligibility.Policies.Adopted("2026-01-01"));
        AdoptPolicy.Decide(new(Harbor.Id, " ", Day("1700-01-01"), PolicyContent.Default, 0), Harbor, ClinicPolicy.Empty(Harbor.Id), Ask.Catalogue)
            .ThenRefused(Inputs.TextMissing, Inputs.DateOutOfRange);
        AdoptPolicy.Decide(new(Harbor.Id, "Harbor", Day("2026-01-01"), PolicyContent.Default, 0), null, ClinicPolicy.Empty(Harbor.Id), Ask.Catalogue)
            .ThenRefused(Refusals.UnknownId);
    }

    [Fact]
    public void A_correction_keeps_the_clinic_and_is_itself_neither_corrected_nor_without_a_reason()
    {
        var record = Eligibility.Policies.Record(Eligibility.Policies.Adopted("2026-01-01"), new PolicyFactCorrected(Fact(1), Eligibility.Policies.Adopted("2026-02-01"), "Day"));
        var elsewhere = Eligibility.Policies.Adopted("2026-01-01") with { ClinicId = new(Fact(99).Value) };

        CorrectPolicyFact.Decide(new(Harbor.Id, Fact(1), elsewhere, "Clinic", 2), record, Ask.Catalogue).ThenRefused(Corrections.IdentityChanged);
        CorrectPolicyFact.Decide(new(Harbor.Id, Fact(2), elsewhere, "Again", 2), record, Ask.Catalogue).ThenRefused(Corrections.TargetIsCorrection);
        CorrectPolicyFact.Decide(new(Harbor.Id, Fact(1), Eligibility.Policies.Adopted("2026-01-01"), " ", 2), record, Ask.Catalogue).ThenRefused(Inputs.TextMissing);
        VoidPolicyFact.Decide(new(Harbor.Id, Fact(1), "", 2), record).ThenRefused(Inputs.TextMissing);
        VoidPolicyFact.Decide(new(Harbor.Id, Fact(9), "No such", 2), record).ThenRefused(Corrections.FactUnknown);
    }

    [Fact]
    public void The_stream_of_a_clinics_policy_follows_from_the_clinic_and_is_no_other_clinics()
    {
        var ids = Enumerable.Range(1, 1000).Select(n => ClinicPolicy.StreamOf(new(Fact(n).Value))).ToArray();

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id.Version == 7 && id.Variant >= 8 && id.Variant <= 11);
        ClinicPolicy.StreamOf(Harbor.Id).ShouldBe(ClinicPolicy.StreamOf(Harbor.Id));
        ClinicPolicy.StreamOf(new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"))).ShouldBe(Guid.Parse("01890a5d-ac96-7d99-9bf9-93bcff574207"), "stored ids never move");
    }

    private static Decision<PolicyFact> Adopt(ClinicPolicy record, string from) =>
        AdoptPolicy.Decide(new(Harbor.Id, " Harbor ", Day(from), PolicyContent.Default, record.Version), Harbor, record, Ask.Catalogue);

    private static Decision<PolicyFact> Correct(ClinicPolicy record, int fact, string from) =>
        CorrectPolicyFact.Decide(new(Harbor.Id, Fact(fact), Eligibility.Policies.Adopted(from), "Other day", record.Version), record, Ask.Catalogue);
}
