using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Jurisdictions;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Exemptions;

public sealed class ExemptionTests
{
    private static readonly ExemptionId Id = new(A.Value);
    private static readonly ExemptionRequested Requested = new(Ada, Jurisdiction.FL, AdasLicense, "ethics", Day("2025-09-01"), Day("2027-08-31"), Reason);
    private static readonly ExemptionApproved Approved = new(Day("2026-01-10"), Personal.None);
    private static readonly ExemptionDenied Denied = new(Day("2026-01-10"), Reason);
    private static readonly ExemptionRevoked Revoked = new(Day("2026-03-01"), Reason);

    private static Exemption Exemption(params IEnumerable<ExemptionFact> facts) => new(Id, Log(facts));

    private static RequestExemption Request(LicenseId? license = null, Jurisdiction jurisdiction = Jurisdiction.FL) =>
        new(Id, Ada, jurisdiction, license, " ethics ", Requested.From, Requested.To, Reason);

    [Fact]
    public void It_is_pending_until_the_board_decides_and_what_governs_is_the_latest_decision_by_date()
    {
        var exemption = Exemption(Requested, Revoked, Approved).KnownAt(null)!;
        exemption.StatusOn(Day("2026-01-09")).ShouldBe(ExemptionStatus.Pending);
        exemption.StatusOn(Day("2026-01-10")).ShouldBe(ExemptionStatus.Approved);
        exemption.StatusOn(Day("2026-02-28")).ShouldBe(ExemptionStatus.Approved);
        exemption.StatusOn(Day("2026-03-01")).ShouldBe(ExemptionStatus.Revoked);
        exemption.Breakpoints.ShouldBe([Day("2026-01-10"), Day("2026-03-01")]);
        Exemption(Requested, Approved).KnownAt(RecordedAt(1))!.StatusOn(Day("2026-06-01")).ShouldBe(ExemptionStatus.Pending);
        Exemption(Requested, Denied).KnownAt(null)!.StatusOn(Day("2026-06-01")).ShouldBe(ExemptionStatus.Denied);
        Exemption(Requested, Approved, new ExemptionFactVoided(Fact(2), Reason)).KnownAt(null)!.StatusOn(Day("2026-06-01")).ShouldBe(ExemptionStatus.Pending);
        Exemption(Requested, new ExemptionFactVoided(Fact(1), Reason)).KnownAt(null).ShouldBeNull();
    }

    [Fact]
    public void Of_decisions_of_one_date_that_contradict_each_other_the_less_favourable_counts() =>
        Exemption(Requested, Approved, Denied).KnownAt(null)!.StatusOn(Day("2026-01-10")).ShouldBe(ExemptionStatus.Denied);

    [Fact]
    public void A_request_names_a_license_of_the_therapist_and_jurisdiction_or_none()
    {
        var (therapist, license) = (Therapist(Registered()), License(Granted));
        RequestExemption.Decide(Request(AdasLicense), therapist, license).ThenRecorded(Requested);
        RequestExemption.Decide(Request(), therapist, null).ThenRecorded(Requested with { LicenseId = null });
        RequestExemption.Decide(Request(AdasLicense), therapist, null).ThenRefused(Refusals.UnknownId);
        RequestExemption.Decide(Request(AdasLicense, Jurisdiction.WA), therapist, license).ThenRefused(RequestExemption.OtherLicense);
        RequestExemption.Decide(Request(AdasLicense), therapist, License(Granted, Voided(1))).ThenRefused(RequestExemption.OtherLicense);
        RequestExemption.Decide(Request() with { To = Requested.From.AddDays(-1), Reason = Personal.None }, therapist, null)
            .ThenRefused(RequestExemption.EndBeforeStart, Inputs.TextMissing);
        RequestExemption.Decide(Request() with { To = Requested.From }, therapist, null).Accepted.ShouldBeTrue();
    }

    [Fact]
    public void It_is_decided_once_and_revoked_once_and_only_what_was_approved()
    {
        Decision<ExemptionFact> Approve(Exemption e) => ApproveExemption.Decide(new(Id, Approved.ApprovedOn, Personal.None, e.Version), e);
        Decision<ExemptionFact> Deny(Exemption e) => DenyExemption.Decide(new(Id, Denied.DeniedOn, Reason, e.Version), e);
        Decision<ExemptionFact> Revoke(Exemption e, string on = "2026-03-01") => RevokeExemption.Decide(new(Id, Day(on), Reason, e.Version), e);
        Approve(Exemption(Requested)).ThenRecorded(Approved);
        Deny(Exemption(Requested)).ThenRecorded(Denied);
        Revoke(Exemption(Requested, Approved)).ThenRecorded(Revoked);
        Approve(Exemption(Requested, Denied)).ThenRefused(ExemptionRules.Decided);
        Deny(Exemption(Requested, Approved)).ThenRefused(ExemptionRules.Decided);
        Revoke(Exemption(Requested)).ThenRefused(ExemptionRules.NotApproved);
        Revoke(Exemption(Requested, Approved), "2026-01-09").ThenRefused(ExemptionRules.NotApproved);
        Revoke(Exemption(Requested, Approved, Revoked)).ThenRefused(RevokeExemption.AlreadyRevoked);
        Approve(Exemption(Requested, new ExemptionFactVoided(Fact(1), Reason))).ThenRefused(ExemptionRules.RequestVoided);
    }

    [Fact]
    public void A_correction_keeps_whose_and_which_it_is_and_obeys_the_same_rules()
    {
        var exemption = Exemption(Requested, Approved, Revoked);
        Decision<ExemptionFact> Correct(int fact, ExemptionFact replacement) => CorrectExemptionFact.Decide(new(Id, Fact(fact), replacement, Reason, 3), exemption);
        Correct(1, Requested with { LicenseId = null }).ThenRefused(Corrections.IdentityChanged);
        Correct(2, new ExemptionApproved(Day("2026-03-02"), Personal.None)).ThenRefused(ExemptionRules.AfterItsEvents);
        Correct(2, new ExemptionApproved(Day("2026-02-01"), Personal.None)).Accepted.ShouldBeTrue();
        Correct(3, new ExemptionRevoked(Day("2026-01-01"), Reason)).ThenRefused(ExemptionRules.NotApproved);
        Correct(1, Requested with { To = Day("2026-12-31") }).Accepted.ShouldBeTrue();
    }
}
