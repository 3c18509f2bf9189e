using LicenseTracker.Domain.Licenses;
using static LicenseTracker.Domain.Tests.Samples;
using static LicenseTracker.Domain.Tests.Specs;

namespace LicenseTracker.Domain.Tests.Licenses;

public sealed class VerificationTests
{
    private static readonly DateOnly Today = Day("2026-06-01");

    private static Func<License, Decision<LicenseFact>> Verify(string on, string source = "Board web site") =>
        l => VerifyLicense.Decide(new(l.Id, Day(on), source, Today, l.Version), l);

    [Fact]
    public void A_registrars_look_at_the_source_is_recorded_and_changes_no_standing()
    {
        Given(Granted).When(Verify("2026-06-01", " Board web site ")).ThenRecorded(new LicenseVerified(Today, "Board web site"));
        Timeline(Granted, new LicenseVerified(Today, "Board web site")).StandingOn(Today).Text().ShouldBe(Timeline(Granted).StandingOn(Today).Text());
    }

    [Fact]
    public void Nobody_has_looked_tomorrow_or_before_there_was_a_license_or_nowhere()
    {
        Given(Granted).When(Verify("2026-06-02")).ThenRefused(VerifyLicense.InFuture);
        Given(Granted).When(Verify("2025-08-31")).ThenRefused(VerifyLicense.BeforeGrant);
        Given(Granted).When(Verify("2026-01-01", " ")).ThenRefused(Inputs.TextMissing);
    }

    [Fact]
    public void The_latest_look_counts_whatever_was_recorded_last_and_a_voided_one_does_not()
    {
        Timeline(Granted).CheckedOn.ShouldBeNull();
        Timeline(Granted, new LicenseVerified(Day("2026-05-01"), "Web"), new LicenseVerified(Day("2026-02-01"), "Letter")).CheckedOn.ShouldBe(Day("2026-05-01"));
        Timeline(Granted, new LicenseVerified(Day("2026-05-01"), "Web"), new LicenseVerified(Day("2026-02-01"), "Letter"), Voided(2)).CheckedOn.ShouldBe(Day("2026-02-01"));
    }
}
