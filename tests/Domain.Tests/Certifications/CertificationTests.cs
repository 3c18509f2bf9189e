using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Therapists;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Certifications;

public sealed class CertificationTests
{
    private static readonly CertificationId Id = new(A.Value);
    private static readonly CertificationGranted Onc = new(Ada, "ONC-FOUND", "Society for Oncology Massage", null, Day("2024-02-29"), Day("2026-02-28"));

    [Fact]
    public void It_is_held_from_its_issue_through_its_last_day()
    {
        var certification = Timeline(Onc);
        certification.StatusOn(Day("2024-02-28")).ShouldBe(CertificationStatus.Proposed);
        certification.StatusOn(Day("2024-02-29")).ShouldBe(CertificationStatus.Held);
        certification.StatusOn(Day("2026-02-28")).ShouldBe(CertificationStatus.Held);
        certification.StatusOn(Day("2026-03-01")).ShouldBe(CertificationStatus.Expired);
        certification.Breakpoints.ShouldBe([Day("2024-02-29"), Day("2026-03-01")]);
        Timeline(Onc with { ExpiresOn = null }).StatusOn(Day("2199-01-01")).ShouldBe(CertificationStatus.Held);
    }

    [Fact]
    public void A_renewal_extends_it_from_its_own_date_and_a_revocation_ends_it()
    {
        var certification = Timeline(new CertificationRevoked(Day("2027-01-01")), Onc, new CertificationRenewed(Day("2026-04-01"), Day("2028-03-31")));
        certification.StatusOn(Day("2026-03-31")).ShouldBe(CertificationStatus.Expired);
        certification.StatusOn(Day("2026-04-01")).ShouldBe(CertificationStatus.Held);
        certification.StatusOn(Day("2027-01-01")).ShouldBe(CertificationStatus.Revoked);
        certification.ExpiresOn.ShouldBe(Day("2028-03-31"));
        foreach (var (before, day) in Days("2024-01-01", "2029-01-01").Zip(Days("2024-01-02", "2029-01-01")))
        {
            if (certification.StatusOn(before) != certification.StatusOn(day))
                certification.Breakpoints.ShouldContain(day);
        }
    }

    [Fact]
    public void Of_renewals_of_one_day_that_contradict_each_other_the_shorter_counts() =>
        Timeline(Onc, new CertificationRenewed(Day("2026-01-01"), null), new CertificationRenewed(Day("2026-01-01"), Day("2026-06-30")))
            .StatusOn(Day("2026-07-01")).ShouldBe(CertificationStatus.Expired);

    [Fact]
    public void Granting_trims_and_checks_its_texts_and_dates()
    {
        var therapist = Therapist(Registered());
        GrantCertification.Decide(new(Id, Ada, " ONC-FOUND ", "Society for Oncology Massage", " ", Onc.IssuedOn, Onc.ExpiresOn), therapist).ThenRecorded(Onc);
        GrantCertification.Decide(new(Id, Ada, " ", "S4OM", null, Onc.IssuedOn, Day("2024-02-28")), therapist)
            .ThenRefused(Inputs.TextMissing, GrantCertification.ExpiresBeforeIssue);
        GrantCertification.Decide(new(Id, Ada, "X", "Y", null, Onc.IssuedOn, null), Therapist(Registered(), new TherapistFactVoided(Fact(1), Reason)))
            .ThenRefused(TherapistRules.RegistrationVoided);
    }

    [Fact]
    public void Renewing_and_revoking_refuse_only_the_impossible()
    {
        RenewCertification.Decide(new(Id, Day("2024-02-28"), null, 1), Certification(Onc)).ThenRefused(RenewCertification.BeforeIssue);
        RenewCertification.Decide(new(Id, Day("2026-01-01"), Day("2025-12-31"), 1), Certification(Onc)).ThenRefused(GrantCertification.ExpiresBeforeIssue);
        var revoked = Certification(Onc, new CertificationRevoked(Day("2025-01-01")));
        RenewCertification.Decide(new(Id, Day("2025-01-01"), null, 2), revoked).ThenRefused(RenewCertification.Revoked);
        RevokeCertification.Decide(new(Id, Day("2025-02-01"), 2), revoked).ThenRefused(RevokeCertification.AlreadyRevoked);
        RevokeCertification.Decide(new(Id, Day("2025-02-01"), 1), Certification(Onc)).ThenRecorded(new CertificationRevoked(Day("2025-02-01")));
    }

    [Fact]
    public void Its_facts_are_corrected_and_voided_like_all_others()
    {
        var certification = Certification(Onc, new CertificationRevoked(Day("2025-01-01")));
        CorrectCertificationFact.Decide(new(Id, Fact(1), Onc with { TherapistId = new(B.Value) }, Reason, 2), certification).ThenRefused(Corrections.IdentityChanged);
        CorrectCertificationFact.Decide(new(Id, Fact(1), Onc with { IssuedOn = Day("2025-02-01") }, Reason, 2), certification).ThenRefused(GrantCertification.AfterItsEvents);
        VoidCertificationFact.Decide(new(Id, Fact(2), Reason, 2), certification).ThenRecorded(new CertificationFactVoided(Fact(2), Reason));
        var voided = Certification(Onc, new CertificationRevoked(Day("2025-01-01")), new CertificationFactVoided(Fact(2), Reason));
        voided.KnownAt(RecordedAt(2)).ShouldNotBeNull().StatusOn(Day("2025-06-01")).ShouldBe(CertificationStatus.Revoked);
        voided.KnownAt(null).ShouldNotBeNull().StatusOn(Day("2025-06-01")).ShouldBe(CertificationStatus.Held);
        Certification(Onc, new CertificationFactVoided(Fact(1), Reason)).KnownAt(null).ShouldBeNull();
    }

    private static Certification Certification(params IEnumerable<CertificationFact> facts) => new(Id, Log(facts));

    private static CertificationTimeline Timeline(params IEnumerable<CertificationFact> facts) => Certification(facts).KnownAt(null).ShouldNotBeNull();
}
