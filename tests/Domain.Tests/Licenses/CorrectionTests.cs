using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using static LicenseTracker.Domain.Tests.Samples;
using static LicenseTracker.Domain.Tests.Specs;

namespace LicenseTracker.Domain.Tests.Licenses;

public sealed class CorrectionTests
{
    private static readonly LicenseFact Suspension = Imposed(A, EncumbranceType.Suspension, "2026-01-10");

    [Fact]
    public void Known_before_a_void_the_old_answer_comes_back()
    {
        var license = License(Granted, Suspension, Voided(2));
        license.KnownAt(RecordedAt(2)).ShouldNotBeNull().StandingOn(Day("2026-02-01")).Standing.ShouldBe(Standing.Suspended);
        license.KnownAt(RecordedAt(3)).ShouldNotBeNull().StandingOn(Day("2026-02-01")).Standing.ShouldBe(Standing.Active);
        license.AtVersion(2).ShouldNotBeNull().StandingOn(Day("2026-02-01")).Standing.ShouldBe(Standing.Suspended);
        license.KnownAt(RecordedAt(1).AddTicks(-10)).ShouldBeNull();
    }

    [Fact]
    public void A_void_of_a_void_restores_the_fact()
    {
        var license = Timeline(Granted, Suspension, Voided(2), Voided(3));
        license.StandingOn(Day("2026-02-01")).Standing.ShouldBe(Standing.Suspended);
    }

    [Fact]
    public void A_void_of_a_correction_restores_what_was_corrected()
    {
        var corrected = License(Granted, Suspension, Corrected(2, Imposed(A, EncumbranceType.Fine, "2026-01-20")));
        corrected.KnownAt(null).ShouldNotBeNull().StandingOn(Day("2026-02-01")).Standing.ShouldBe(Standing.Active);
        corrected.KnownAt(null).ShouldNotBeNull().StandingOn(Day("2026-02-01")).Reasons[0].Evidence.ShouldBe([Fact(2), Fact(3)]);
        var restored = Timeline([.. corrected.Log.Facts.Select(f => f.Fact), Voided(3)]);
        restored.StandingOn(Day("2026-01-15")).Standing.ShouldBe(Standing.Suspended);
    }

    [Fact]
    public void Of_several_corrections_the_latest_recorded_holds()
    {
        var license = Timeline(
            Granted,
            Corrected(1, Granted with { Term = Term("2025-09-01", "2029-08-31") }),
            Corrected(1, Granted with { Term = Term("2025-09-01", "2026-08-31") }));
        license.StandingOn(Day("2026-09-01")).Standing.ShouldBe(Standing.Expired);
    }

    [Fact]
    public void A_license_whose_grant_is_voided_has_no_timeline_and_takes_nothing_but_a_void_of_that_void()
    {
        var license = License(Granted, Voided(1));
        license.KnownAt(null).ShouldBeNull();
        license.When(Renew("2027-09-01", "2029-08-31")).ThenRefused(LicenseRules.GrantVoided);
        license.When(Void(2)).ThenRecorded(Voided(2));
        Given(Granted).When(Void(1)).ThenRecorded(Voided(1), VoidLicenseFact.VoidsGrant);
    }

    [Fact]
    public void Only_a_fact_on_record_that_still_holds_is_corrected_or_voided()
    {
        var fine = Imposed(A, EncumbranceType.Fine, "2026-01-10");
        Given(Granted).When(Void(9)).ThenRefused(Corrections.FactUnknown);
        Given(Granted).When(Correct(9, Granted)).ThenRefused(Corrections.FactUnknown);
        Given(Granted, Suspension, Voided(2)).When(Void(2)).ThenRefused(Corrections.FactVoided);
        Given(Granted, Suspension, Voided(2)).When(Correct(2, fine)).ThenRefused(Corrections.FactVoided);
        Given(Granted, Suspension, Voided(2)).When(Correct(3, fine)).ThenRefused(Corrections.TargetIsVoid);
        Given(Granted, Suspension, Corrected(2, fine)).When(Correct(3, fine)).ThenRefused(Corrections.TargetIsCorrection);
        Given(Granted, Suspension, Corrected(2, fine)).When(Correct(2, fine)).ThenRecorded(Corrected(2, fine));
    }

    [Fact]
    public void A_correction_keeps_type_and_identity()
    {
        Given(Granted, Suspension).When(Correct(2, Granted)).ThenRefused(Corrections.OtherType);
        Given(Granted, Suspension).When(Correct(2, Imposed(B, EncumbranceType.Fine, "2026-01-10"))).ThenRefused(Corrections.IdentityChanged);
        Given(Granted).When(Correct(1, Granted with { Jurisdiction = Jurisdiction.GA })).ThenRefused(Corrections.IdentityChanged);
        Given(Granted).When(Correct(1, Granted with { Profession = Profession.Audiologist })).ThenRefused(Corrections.IdentityChanged);
        Given(Granted).When(Correct(1, Granted with { TherapistId = new(A.Value) })).ThenRefused(Corrections.IdentityChanged);
        Given(Granted).When(Correct(1, Granted with { Number = " MA-2 " })).ThenRecorded(Corrected(1, Granted with { Number = "MA-2" }));
    }

    [Fact]
    public void A_replacement_obeys_the_rules_of_its_own_command_as_if_the_original_had_never_been_recorded()
    {
        LicenseFact[] renewed = [Granted, new LicenseRenewed(Term("2027-09-01", "2029-08-31"))];
        Given(renewed).When(Correct(2, new LicenseRenewed(Term("2027-09-01", "2027-08-31")))).ThenRefused(Inputs.EndBeforeStart);
        Given(renewed).When(Correct(2, new LicenseRenewed(Term("2027-08-31", "2029-08-31")))).ThenRefused(RenewLicense.TermOverlaps);
        Given(renewed).When(Correct(1, Granted with { Term = Term("2025-09-01", "2027-09-01") })).ThenRefused(RenewLicense.TermOverlaps);
        Given(renewed).When(Correct(2, new LicenseRenewed(Term("2027-09-01", "2030-08-31"))))
            .ThenRecorded(Corrected(2, new LicenseRenewed(Term("2027-09-01", "2030-08-31"))));
        LicenseFact[] lifted = [Granted, Suspension, Lifted(A, "2026-02-01")];
        Given(lifted).When(Correct(3, Lifted(A, "2026-01-09"))).ThenRefused(ReviseEncumbrance.BeforeImposed);
        Given(lifted).When(Correct(3, Lifted(A, "2026-03-01"))).ThenRecorded(Corrected(3, Lifted(A, "2026-03-01")));
        Given(lifted).When(Correct(2, Imposed(A, EncumbranceType.Fine, "2026-02-02"))).ThenRefused(ImposeEncumbrance.AfterItsEvents);
    }

    public static TheoryData<LicenseFact, LicenseFact, string> Misplaced => new()
    {
        { Imposed(A, EncumbranceType.Fine, "2026-01-10"), Imposed(A, EncumbranceType.Fine, "1899-12-31"), "data.imposedOn" },
        { new LicenseRenewed(Term("2027-09-01", "2029-08-31")), new LicenseRenewed(Term("1899-12-31", "2024-08-31")), "data.term.startsOn" },
        { new LicenseRenewed(Term("2027-09-01", "2029-08-31")), new LicenseRenewed(Term("2027-09-01", "2201-08-31")), "data.term.expiresOn" },
        { new CompactAuthorityGranted(Day("2026-01-01")), new CompactAuthorityGranted(Day("1899-12-31")), "data.authorityGrantedOn" },
        { new CompactAuthorityEnded(Day("2026-01-01")), new CompactAuthorityEnded(Day("2200-01-02")), "data.authorityEndedOn" },
        { new LicenseNumberChanged("N-1", Day("2026-01-01")), new LicenseNumberChanged(" ", Day("2026-01-01")), "data.number" },
    };

    [Theory]
    [MemberData(nameof(Misplaced))]
    public void What_is_wrong_with_a_replacement_is_said_at_its_place_in_the_data(LicenseFact original, LicenseFact replacement, string place) =>
        string.Join('.', Given(Granted, original).When(Correct(2, replacement)).Refusals.ShouldHaveSingleItem().Path).ShouldBe(place);

    [Fact]
    public void Both_need_a_reason()
    {
        var license = License(Granted);
        VoidLicenseFact.Decide(new(AdasLicense, Fact(1), Personal.None, 1), license).ThenRefused(Inputs.TextMissing);
        CorrectLicenseFact.Decide(new(AdasLicense, Fact(1), Granted, Personal.Of(new string('x', 4001)), 1), license).ThenRefused(Inputs.TextTooLong);
    }
}
