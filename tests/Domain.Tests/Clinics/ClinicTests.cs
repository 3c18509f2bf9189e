using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Therapists;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Clinics;

public sealed class ClinicTests
{
    private static readonly ClinicId Id = new(A.Value);
    private static readonly ClinicOpened Opened = new("Harbor Clinic");

    [Fact]
    public void A_therapist_works_from_the_day_engaged_to_the_day_before_released_in_any_order_of_recording()
    {
        var clinic = Clinic(Opened, new TherapistReleased(Ada, Day("2026-03-01")), new TherapistEngaged(Ada, Day("2026-01-10")));
        Days("2026-01-01", "2026-04-01").Where(d => clinic.EngagedOn(d).Contains(Ada)).ShouldBe(Days("2026-01-10", "2026-02-28"));
        clinic.Name.ShouldBe("Harbor Clinic");
        clinic.KnownAt(RecordedAt(2)).EngagedOn(Day("2026-02-01")).ShouldBeEmpty();
    }

    [Fact]
    public void Engaged_and_released_on_one_day_is_no_day_of_work() =>
        Clinic(Opened, new TherapistEngaged(Ada, Day("2026-01-10")), new TherapistReleased(Ada, Day("2026-01-10"))).EngagedOn(Day("2026-01-10")).ShouldBeEmpty();

    [Fact]
    public void Nobody_is_engaged_twice_or_released_without_an_engagement()
    {
        var therapist = Therapist(Registered());
        var clinic = Clinic(Opened, new TherapistEngaged(Ada, Day("2026-01-10")));
        EngageTherapist.Decide(new(Id, Ada, Day("2026-01-11"), 2), clinic, therapist).ThenRefused(EngageTherapist.AlreadyEngaged);
        EngageTherapist.Decide(new(Id, Ada, Day("2026-01-11"), 2), clinic, null).ThenRefused(Refusals.UnknownId);
        EngageTherapist.Decide(new(Id, Ada, Day("2026-01-09"), 2), clinic, therapist).ThenRecorded(new TherapistEngaged(Ada, Day("2026-01-09")));
        ReleaseTherapist.Decide(new(Id, Ada, Day("2026-01-09"), 2), clinic, therapist).ThenRefused(ReleaseTherapist.NotEngaged);
        ReleaseTherapist.Decide(new(Id, Ada, Day("2026-01-11"), 2), clinic, null).ThenRefused(Refusals.UnknownId);
        ReleaseTherapist.Decide(new(Id, Ada, Day("2026-01-11"), 2), clinic, Therapist(Registered(), new TherapistFactVoided(Fact(1), Reason)))
            .ThenRecorded(new TherapistReleased(Ada, Day("2026-01-11")));
        OpenClinic.Decide(new(Id, " ")).ThenRefused(Inputs.TextMissing);
        OpenClinic.Decide(new(Id, " Harbor Clinic ")).ThenRecorded(Opened);
    }

    private static Clinic Clinic(params IEnumerable<ClinicFact> facts) => new(Id, Log(facts));
}
