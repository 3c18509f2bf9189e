using LicenseTracker.Domain.CeAudits;
using LicenseTracker.Domain.Licenses;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.CeAudits;

public sealed class CeAuditTests
{
    private static readonly CeAuditId Id = new(A.Value);
    private static readonly CeAuditOpened Opened = new(Ada, AdasLicense, Day("2026-02-01"), Day("2025-01-01"), Day("2025-12-31"), Reason);
    private static readonly CeAuditClosed Closed = new(Day("2026-04-01"), CeAuditOutcome.Deficient, Personal.None);

    private static CeAudit Audit(params IEnumerable<CeAuditFact> facts) => new(Id, Log(facts));

    private static OpenCeAudit Open(TherapistId therapist) => new(Id, therapist, AdasLicense, Opened.OpenedOn, Opened.PeriodFrom, Opened.PeriodTo, Reason);

    [Fact]
    public void It_is_open_from_its_opening_until_the_day_before_its_close()
    {
        var audit = Audit(Opened, Closed).KnownAt(null)!;
        Days("2026-01-31", "2026-04-02").Where(audit.IsOpenOn).ShouldBe(Days("2026-02-01", "2026-03-31"));
        audit.Close!.Outcome.ShouldBe(CeAuditOutcome.Deficient);
        Audit(Opened, Closed).KnownAt(RecordedAt(1))!.IsOpenOn(Day("2026-05-01")).ShouldBeTrue();
        Audit(Opened, Closed, new CeAuditFactVoided(Fact(2), Reason)).KnownAt(null)!.Close.ShouldBeNull();
        Audit(Opened, new CeAuditFactVoided(Fact(1), Reason)).KnownAt(null).ShouldBeNull();
    }

    [Fact]
    public void It_is_opened_on_a_license_of_the_therapist_for_a_time_that_runs_forward()
    {
        OpenCeAudit.Decide(Open(Ada), License(Granted)).ThenRecorded(Opened);
        OpenCeAudit.Decide(Open(new(A.Value)), License(Granted)).ThenRefused(OpenCeAudit.OtherTherapist);
        OpenCeAudit.Decide(Open(Ada), License(Granted, Voided(1))).ThenRefused(LicenseRules.GrantVoided);
        OpenCeAudit.Decide(Open(Ada) with { PeriodTo = Day("2024-12-31") }, License(Granted)).ThenRefused(OpenCeAudit.PeriodEndBeforeStart);
    }

    [Fact]
    public void It_is_closed_once_and_not_before_it_was_opened()
    {
        Decision<CeAuditFact> Close(CeAudit audit, string on = "2026-04-01") => CloseCeAudit.Decide(new(Id, Day(on), CeAuditOutcome.Deficient, Personal.None, audit.Version), audit);
        Close(Audit(Opened)).ThenRecorded(Closed);
        Close(Audit(Opened), "2026-01-31").ThenRefused(CloseCeAudit.BeforeOpened);
        Close(Audit(Opened, Closed)).ThenRefused(CloseCeAudit.AlreadyClosed);
        Close(Audit(Opened, new CeAuditFactVoided(Fact(1), Reason))).ThenRefused(CeAudit.OpeningVoided);
    }

    [Fact]
    public void A_correction_keeps_whose_and_which_it_is_and_obeys_the_same_rules()
    {
        Decision<CeAuditFact> Correct(int fact, CeAuditFact replacement) => CorrectCeAuditFact.Decide(new(Id, Fact(fact), replacement, Reason, 2), Audit(Opened, Closed));
        Correct(1, Opened with { TherapistId = new(A.Value) }).ThenRefused(Corrections.IdentityChanged);
        Correct(1, Opened with { OpenedOn = Day("2026-04-02") }).ThenRefused(OpenCeAudit.AfterItsEnd);
        Correct(2, Closed with { ClosedOn = Day("2026-01-01") }).ThenRefused(CloseCeAudit.BeforeOpened);
        Correct(2, Closed with { Outcome = CeAuditOutcome.Satisfied }).Accepted.ShouldBeTrue();
    }
}
