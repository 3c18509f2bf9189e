using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Rosters;

public sealed class IdentityTests
{
    private static readonly TherapistId Bea = new(Guid.Parse("00000000-0000-7000-8000-0000000000a2"));
    private static readonly LicenseId BeasLicense = new(Guid.Parse("00000000-0000-7000-8000-0000000000b2"));
    private static readonly LicenseTimeline Adas = Timeline(Granted);
    private static readonly LicenseTimeline Beas = new License(BeasLicense, Log<LicenseFact>(Granted with { TherapistId = Bea })).KnownAt(null)!;

    private static readonly RosterClues None = new([], false, [], new HashSet<TherapistId>(), []);

    [Fact]
    public void Nothing_on_record_is_a_new_therapist() => RosterIdentity.Find(Rows.Row(), None).ShouldBe(new(null, null));

    [Fact]
    public void A_number_finds_its_license() => RosterIdentity.Find(Rows.Row(), None with { WithNumber = [Adas] }).ShouldBe(new(Ada, AdasLicense));

    [Fact]
    public void An_SSN_finds_the_therapist_of_a_new_license() =>
        RosterIdentity.Find(Rows.Row(), None with { HasSsn = true, WithSsn = [Ada] }).ShouldBe(new(Ada, null));

    [Fact]
    public void An_SSN_finds_the_one_license_whose_number_is_unknown() =>
        RosterIdentity.Find(Rows.Row() with { Number = "NEW" }, None with { HasSsn = true, WithSsn = [Ada], OfSsnOwner = [Adas] }).ShouldBe(new(Ada, AdasLicense));

    [Fact]
    public void Another_number_with_another_date_of_grant_is_for_a_person_to_judge() =>
        Code(Rows.Row() with { Number = "NEW", IssuedOn = Day("2026-01-01") }, None with { HasSsn = true, WithSsn = [Ada], OfSsnOwner = [Adas] }).ShouldBe("NUMBER_OR_LICENSE");

    [Fact]
    public void An_unknown_number_beside_two_licenses_is_for_a_person_to_judge() =>
        Code(Rows.Row() with { Number = "NEW" }, None with { HasSsn = true, WithSsn = [Ada], OfSsnOwner = [Adas, Adas] }).ShouldBe("NUMBER_OR_LICENSE");

    [Fact]
    public void Number_and_SSN_of_two_therapists_conflict() =>
        Code(Rows.Row(), None with { WithNumber = [Adas], HasSsn = true, WithSsn = [Bea] }).ShouldBe("IDENTITY_CONFLICT");

    [Fact]
    public void A_conflict_names_the_license_that_has_the_number_and_what_the_row_says_of_it()
    {
        var match = RosterIdentity.Find(Rows.Row() with { Disciplined = true }, None with { WithNumber = [Adas], HasSsn = true, WithSsn = [Bea] });

        match.ShouldBe(new(Ada, AdasLicense, new(Review.SsnAgainstNumber, null, "ACTIVE, expires 2027-08-31, disciplined")));
    }

    [Fact]
    public void An_SSN_other_than_the_one_on_record_conflicts() =>
        Code(Rows.Row(), None with { WithNumber = [Adas], HasSsn = true, SsnKnown = new HashSet<TherapistId> { Ada } }).ShouldBe("IDENTITY_SSN_DIFFERS");

    [Fact]
    public void A_first_SSN_for_a_therapist_without_one_is_no_conflict() =>
        RosterIdentity.Find(Rows.Row(), None with { WithNumber = [Adas], HasSsn = true }).ShouldBe(new(Ada, AdasLicense));

    [Fact]
    public void SSN_and_previous_SSN_of_two_therapists_conflict() =>
        Code(Rows.Row(), None with { HasSsn = true, WithSsn = [Ada, Bea] }).ShouldBe("IDENTITY_SSNS_DIVERGE");

    [Fact]
    public void A_number_given_out_twice_is_told_apart_by_the_SSN_or_not_at_all()
    {
        RosterIdentity.Find(Rows.Row(), None with { WithNumber = [Adas, Beas], HasSsn = true, WithSsn = [Bea] }).ShouldBe(new(Bea, BeasLicense));
        Code(Rows.Row(), None with { WithNumber = [Adas, Beas] }).ShouldBe("NUMBER_SHARED");
    }

    [Fact]
    public void A_number_given_out_again_belongs_to_the_license_that_has_it_now()
    {
        var former = Timeline(Granted, new LicenseNumberChanged("MA-9", Day("2026-01-01")));

        RosterIdentity.Find(Rows.Row(), None with { WithNumber = [former, Beas] }).ShouldBe(new(Bea, BeasLicense));
    }

    [Fact]
    public void Without_number_and_SSN_nobody_is_found() => RosterIdentity.Find(Rows.Row() with { Number = null }, None).Refusal.ShouldBe(RosterIdentity.NumberMissing);

    [Fact]
    public void Without_number_the_SSN_finds_the_only_license() =>
        RosterIdentity.Find(Rows.Row() with { Number = null }, None with { HasSsn = true, WithSsn = [Ada], OfSsnOwner = [Adas] }).ShouldBe(new(Ada, AdasLicense));

    private static string? Code(RosterRow row, RosterClues clues) => RosterIdentity.Find(row, clues).Conflict?.Why.Code;
}
