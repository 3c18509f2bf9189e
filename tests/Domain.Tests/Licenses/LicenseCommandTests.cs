using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;
using static LicenseTracker.Domain.Tests.Samples;
using static LicenseTracker.Domain.Tests.Specs;

namespace LicenseTracker.Domain.Tests.Licenses;

public sealed class LicenseCommandTests
{
    [Fact]
    public void A_renewal_adds_a_term() =>
        Given(Granted).When(Renew("2027-09-01", "2029-08-31")).ThenRecorded(new LicenseRenewed(Term("2027-09-01", "2029-08-31")));

    [Fact]
    public void A_term_that_ends_before_it_starts_is_refused() =>
        Given(Granted).When(Renew("2027-09-01", "2027-08-31")).ThenRefused(Inputs.EndBeforeStart);

    [Theory]
    [InlineData("2027-08-31", "2029-08-31")]
    [InlineData("2024-09-01", "2025-09-01")]
    public void A_term_that_shares_a_day_with_another_is_refused(string start, string end) =>
        Given(Granted).When(Renew(start, end)).ThenRefused(RenewLicense.TermOverlaps);

    [Theory]
    [InlineData("2027-09-02", "2029-09-01", "TERM_GAP")]
    [InlineData("2027-09-01", "2028-08-31", "TERM_SHORTER")]
    [InlineData("2027-09-01", "2029-08-30", "")]
    public void A_gap_or_a_shorter_term_is_a_warning_and_a_leap_day_is_none(string start, string end, string warning) =>
        string.Join(' ', Given(Granted).When(Renew(start, end)).Warnings.Select(w => w.Code)).ShouldBe(warning);

    [Fact]
    public void Dates_outside_the_range_are_refused_and_all_mistakes_are_told_at_once()
    {
        var refused = Given(Granted).When(Renew("1899-12-31", "2200-01-02"));
        refused.Refusals.Select(r => string.Join('.', r.Path)).ShouldBe(["termStart", "expiresOn", "termStart"]);
    }

    [Theory]
    [InlineData(" \t ", "TEXT_MISSING")]
    [InlineData("-", "TEXT_MISSING")]
    [InlineData("MA\u0000123", "TEXT_UNPRINTABLE")]
    [InlineData("MA\n123", "TEXT_UNPRINTABLE")]
    public void A_number_is_printable_text_of_one_line(string number, string code) => Grant(Granted with { Number = number }).Refusals.Single().Code.ShouldBe(code);

    [Fact]
    public void A_number_has_at_most_a_hundred_characters_of_sound_Unicode_and_is_stored_as_given()
    {
        Grant(Granted with { Number = new string('1', 101) }).ThenRefused(Inputs.TextTooLong);
        Grant(Granted with { Number = "MA\ud800123" }).ThenRefused(Inputs.TextUnprintable);
        Grant(Granted with { Number = " ma 12.3 " }).ThenRecorded(Granted with { Number = "ma 12.3" });
    }

    [Fact]
    public void A_number_names_one_license() =>
        GrantLicense.Decide(Command(Granted), Therapist(Registered()), numberTaken: true).ThenRefused(GrantLicense.NumberTaken);

    [Fact]
    public void A_grant_needs_a_therapist_on_record()
    {
        GrantLicense.Decide(Command(Granted), null, numberTaken: false).ThenRefused(Refusals.UnknownId);
        GrantLicense.Decide(Command(Granted), Therapist(Registered(), new TherapistFactVoided(Fact(1), Reason)), numberTaken: false).ThenRefused(TherapistRules.RegistrationVoided);
        Grant(Granted with { Term = Term("2025-08-01", "2027-08-31") })
            .ThenRecorded(Granted with { Term = Term("2025-08-01", "2027-08-31") }, GrantLicense.TermBeforeGrant);
    }

    [Fact]
    public void Filings_are_recorded_late_ones_with_a_warning_and_only_a_filing_can_end()
    {
        var license = License(Granted);
        FileLicenseRenewal.Decide(new(AdasLicense, Day("2027-08-31"), 1), license).ThenRecorded(new LicenseRenewalFiled(Day("2027-08-31")));
        FileLicenseRenewal.Decide(new(AdasLicense, Day("2027-09-01"), 1), license)
            .ThenRecorded(new LicenseRenewalFiled(Day("2027-09-01")), FileLicenseRenewal.FiledLate);
        EndLicenseRenewalFiling.Decide(new(AdasLicense, Day("2027-09-01"), 1), license).ThenRefused(EndLicenseRenewalFiling.NothingFiled);
        EndLicenseRenewalFiling.Decide(new(AdasLicense, Day("2027-09-01"), 2), License(Granted, new LicenseRenewalFiled(Day("2027-08-31"))))
            .ThenRecorded(new LicenseRenewalFilingEnded(Day("2027-09-01")));
    }

    [Fact]
    public void What_seems_to_have_nothing_to_act_on_is_recorded_with_a_warning()
    {
        var license = License(Granted);
        var on = Day("2026-01-10");
        ReactivateLicense.Decide(new(AdasLicense, on, 1), license).ThenRecorded(new LicenseReactivated(on), ReactivateLicense.NotInactive);
        ReopenLicense.Decide(new(AdasLicense, on, 1), license).ThenRecorded(new LicenseReopened(on), ReopenLicense.NotClosed);
        EndCompactAuthority.Decide(new(AdasLicense, on, 1), license).ThenRecorded(new CompactAuthorityEnded(on), EndCompactAuthority.NoCompactAuthority);
        ReinstateLicense.Decide(new(AdasLicense, on, 1), license).ThenRecorded(new LicenseReinstated(on), ReinstateLicense.NothingToEnd);
        ReinstateLicense.Decide(new(AdasLicense, on, 2), License(Granted, Imposed(A, EncumbranceType.Surrender, "2026-01-10")))
            .ThenRecorded(new LicenseReinstated(on));
        StayEncumbrance.Decide(new(AdasLicense, A, on, null, 2), License(Granted, Imposed(A, EncumbranceType.Fine, "2026-01-10")))
            .ThenRecorded(new EncumbranceStayed(A, on, null), StayEncumbrance.WithoutEffect);
    }

    [Fact]
    public void A_conditional_registration_that_overlaps_another_is_refused_at_its_own_field()
    {
        var registered = License(Granted, new LicenseConditionallyRegistered(Term("2027-09-01", "2028-08-31"), "CE"));
        var refused = RegisterConditionally.Decide(new(AdasLicense, Term("2028-08-31", "2029-08-31"), "CE", 2), registered);
        refused.ThenRefused(RenewLicense.TermOverlaps);
        refused.Refusals[0].Path.ShouldBe(["startsOn"]);
    }

    [Fact]
    public void The_other_changes_are_recorded_as_given()
    {
        var license = License(Granted);
        var on = Day("2026-01-10");
        InactivateLicense.Decide(new(AdasLicense, on, 1), license).ThenRecorded(new LicenseInactivated(on));
        CloseLicense.Decide(new(AdasLicense, on, 1), license).ThenRecorded(new LicenseClosed(on));
        GrantCompactAuthority.Decide(new(AdasLicense, on, 1), license).ThenRecorded(new CompactAuthorityGranted(on));
        RelocateLicense.Decide(new(AdasLicense, Jurisdiction.GA, on, 1), license).ThenRecorded(new LicenseRelocated(Jurisdiction.GA, on));
        ReportDiscipline.Decide(new(AdasLicense, A, on, 1), license).ThenRecorded(new DisciplineReported(A, on));
        ChangeLicenseNumber.Decide(new(AdasLicense, " MA-9 ", on, 1), license).ThenRecorded(new LicenseNumberChanged("MA-9", on));
        RegisterConditionally.Decide(new(AdasLicense, Term("2027-09-01", "2028-08-31"), " CE ", 1), license)
            .ThenRecorded(new LicenseConditionallyRegistered(Term("2027-09-01", "2028-08-31"), "CE"));
        StayEncumbrance.Decide(new(AdasLicense, A, on, Day("2026-01-09"), 2), License(Granted, Imposed(A, EncumbranceType.Suspension, "2026-01-10")))
            .ThenRefused(StayEncumbrance.EndsBeforeStart);
        ChangeLicenseeName.Decide(new(AdasLicense, Personal.None, Personal.Of("M"), Personal.None, Personal.None, on, 1), license)
            .ThenRefused(ChangeLicenseeName.NameMissing);
    }

    private static GrantLicense Command(LicenseGranted f) => new(AdasLicense, f.TherapistId, f.Jurisdiction, f.Profession, f.Number, f.GrantedOn, f.Term);

    private static Decision<LicenseFact> Grant(LicenseGranted f) => GrantLicense.Decide(Command(f), Therapist(Registered()), numberTaken: false);
}
