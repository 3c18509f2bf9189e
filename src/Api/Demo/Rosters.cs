using LicenseTracker.Domain;
using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Api.Demo;

/// <summary>Whom the two clinics engage and release, in each clinic's own record.</summary>
internal static class Rosters
{
    private const int MostEngaged = 40;

    public static void Write(DemoScript script, IReadOnlyList<Somebody> crowd)
    {
        var stillwater = new Roster(script, DemoClinic.Stillwater(script.Day));
        var palmshade = new Roster(script, DemoClinic.Palmshade(script.Day));
        foreach (var (star, registered) in Cast.AtStillwater(script.Day))
            stillwater.Engage(star, registered.AddDays(30));
        foreach (var (star, registered) in Cast.AtPalmshade(script.Day))
            palmshade.Engage(star, registered.AddDays(30));
        Fill(script, stillwater, [.. crowd.Where(s => s.Jurisdiction is Jurisdiction.WA or Jurisdiction.OR).Take(MostEngaged)]);
        Fill(script, palmshade, [.. crowd.Where(s => s.Jurisdiction is Jurisdiction.FL or Jurisdiction.TX).Take(MostEngaged)]);
    }

    private static void Fill(DemoScript script, Roster roster, IReadOnlyList<Somebody> people)
    {
        foreach (var somebody in people)
        {
            var from = somebody.Registered.AddDays(script.Chance.Between(30, 700));
            roster.Engage(somebody.Id, from);
            if (!script.Chance.Percent(35))
                continue;
            var until = from.AddDays(script.Chance.Between(90, 900));
            roster.Release(somebody.Id, until);
            if (script.Chance.Percent(30))
                roster.Engage(somebody.Id, until.AddDays(script.Chance.Between(60, 300)));
        }
    }

    /// <summary>One clinic's record, written at the end of the day.</summary>
    private sealed class Roster
    {
        private readonly DemoScript script;
        private readonly DemoClinic clinic;
        private int told;

        public Roster(DemoScript script, DemoClinic clinic)
        {
            (this.script, this.clinic) = (script, clinic);
            Tell(DateOnly.FromDateTime(DemoScript.Opening(script.Day).UtcDateTime), null, (desk, _) =>
            {
                var open = new OpenClinic(clinic.Id, clinic.Name);
                return (open, OpenClinic.Decide(open));
            });
        }

        public void Engage(TherapistId therapist, DateOnly on) => Tell(on, therapist, (desk, state) =>
        {
            var engage = new EngageTherapist(clinic.Id, therapist, on, state.Version);
            return (engage, EngageTherapist.Decide(engage, state, desk.Therapist(therapist)));
        });

        public void Release(TherapistId therapist, DateOnly on) => Tell(on, therapist, (desk, state) =>
        {
            var release = new ReleaseTherapist(clinic.Id, therapist, on, state.Version);
            return (release, ReleaseTherapist.Decide(release, state, desk.Therapist(therapist)));
        });

        private void Tell(DateOnly recorded, TherapistId? therapist, Func<Desk, Clinic, (ICommand, Decision<ClinicFact>)> give) => script.Add(new(
            DemoScript.AtNine(recorded).AddHours(8).AddSeconds(told++), clinic, therapist, desk => desk.GiveAsync(clinic.Id, state => give(desk, state))));
    }
}
