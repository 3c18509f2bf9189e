using LicenseTracker.Domain.Investigations;
using LicenseTracker.Domain.Licenses;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Investigations;

public sealed class InvestigationTests
{
    private static readonly InvestigationId Id = new(A.Value);
    private static readonly InvestigationOpened Opened = new(Ada, AdasLicense, Day("2026-01-10"), Personal.Of("Complaint of a client"));

    [Fact]
    public void It_is_opened_about_a_license_of_that_therapist()
    {
        OpenInvestigation.Decide(new(Id, Ada, AdasLicense, Opened.OpenedOn, Opened.Note), License(Granted)).ThenRecorded(Opened);
        OpenInvestigation.Decide(new(Id, new(B.Value), AdasLicense, Opened.OpenedOn, Opened.Note), License(Granted)).ThenRefused(OpenInvestigation.OtherTherapist);
        OpenInvestigation.Decide(new(Id, Ada, AdasLicense, Opened.OpenedOn, Opened.Note), License(Granted, Voided(1))).ThenRefused(LicenseRules.GrantVoided);
    }

    [Fact]
    public void It_is_closed_once_and_not_before_it_was_opened()
    {
        var open = new Investigation(Id, Log<InvestigationFact>(Opened));
        CloseInvestigation.Decide(new(Id, Day("2026-01-09"), Personal.None, 1), open).ThenRefused(CloseInvestigation.BeforeOpened);
        CloseInvestigation.Decide(new(Id, Day("2026-02-01"), Personal.None, 1), open).ThenRecorded(new InvestigationClosed(Day("2026-02-01"), Personal.None));
        var closed = new Investigation(Id, Log<InvestigationFact>(Opened, new InvestigationClosed(Day("2026-02-01"), Personal.None)));
        CloseInvestigation.Decide(new(Id, Day("2026-03-01"), Personal.None, 2), closed).ThenRefused(CloseInvestigation.AlreadyClosed);
        Days("2026-01-01", "2026-03-01").Where(closed.IsOpenOn).ShouldBe(Days("2026-01-10", "2026-01-31"));
        closed.KnownAt(RecordedAt(1)).IsOpenOn(Day("2026-03-01")).ShouldBeTrue();
    }
}
