using System.Globalization;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.Demo;

/// <summary>Somebody of the crowd, as the rosters need to know them.</summary>
internal sealed record Somebody(TherapistId Id, Jurisdiction Jurisdiction, DateOnly Registered);

/// <summary>Lives of the crowd: granted, mostly renewed in time, now and then late, moved, renamed or in trouble.</summary>
internal static class Ordinary
{
    private static readonly Jurisdiction[] Licensing =
    [
        Jurisdiction.WA, Jurisdiction.WA, Jurisdiction.WA, Jurisdiction.WA, Jurisdiction.WA, Jurisdiction.FL, Jurisdiction.FL, Jurisdiction.FL, Jurisdiction.FL,
        Jurisdiction.TX, Jurisdiction.TX, Jurisdiction.TX, Jurisdiction.OR, Jurisdiction.OR, Jurisdiction.NY, Jurisdiction.NY, Jurisdiction.CO, Jurisdiction.CO,
        Jurisdiction.IL, Jurisdiction.IL,
    ];

    public static Somebody Write(DemoScript script)
    {
        var (chance, person) = (script.Chance, script.NewPerson());
        var (given, family) = script.Names.Next(chance);
        var opened = DateOnly.FromDateTime(DemoScript.Opening(script.Day).UtcDateTime);
        var granted = script.Day.AddDays(-chance.Between(60, 12 * 365));
        // What was granted before the record began came into it with its first rosters.
        var registered = granted < opened ? opened.AddDays(chance.Between(0, 40)) : granted.AddDays(chance.Between(1, 20));
        person.Register(registered, given, family, Born(chance, granted));
        if (chance.Percent(40))
        {
            person.Contact(
                registered.AddDays(chance.Between(0, 200)), Address(chance), $"person{chance.Between(1000, 9999)}@example.org", $"555-01{chance.Between(10, 99)}");
        }

        // Minnesota licenses nobody and California certifies who wants it.
        var state = chance.Percent(4) ? Jurisdiction.MN : chance.Percent(8) ? Jurisdiction.CA : chance.Of(Licensing);
        if (state != Jurisdiction.MN)
        {
            License(script, person, state, granted, registered, family);
            if (chance.Percent(12))
            {
                var second = registered.AddDays(chance.Between(30, 900));
                License(script, person, chance.Of(Licensing), second.AddDays(-10), second, family);
            }
        }

        Trainings.Write(script, person, registered, atLeast: state == Jurisdiction.MN ? 1 : 0);
        return new(person.Id, state, registered);
    }

    private static void License(DemoScript script, Person person, Jurisdiction state, DateOnly granted, DateOnly recorded, string family)
    {
        var chance = script.Chance;
        var term = Terms.At(state, granted, recorded);
        recorded = recorded.AddDays(chance.Between(0, 3));
        var license = person.Licensed(recorded, state, script.NextNumber(state), granted, term);
        var eventful = chance.Percent(35);
        for (; term.ExpiresOn < script.Day.AddDays(90); term = Renew(chance, license, state, recorded, term))
        {
            if (eventful && chance.Percent(45))
            {
                var from = recorded > term.StartsOn ? recorded : term.StartsOn;
                Troubles.Write(script, license, state, from.AddDays(chance.Between(10, 90)), family);
                eventful = false;
            }

            if (chance.Percent(4))
                return;
        }
    }

    /// <summary>The next term: as a rule recorded before the last one ends, else late or after a filing that was pending for weeks.</summary>
    private static Term Renew(Chance chance, LicenseStory license, Jurisdiction state, DateOnly granted, Term term)
    {
        var next = Terms.After(state, term);
        DateOnly BeforeExpiry(int days) => term.ExpiresOn.AddDays(-days) is var date && date > granted ? date : granted;
        switch (chance.Between(1, 100))
        {
            case <= 82:
                license.Renew(BeforeExpiry(chance.Between(3, 45)), next);
                break;
            case <= 92:
                next = Terms.From(state, term.ExpiresOn.AddDays(chance.Between(8, 75)));
                license.Renew(next.StartsOn.AddDays(chance.Between(0, 6)), next);
                break;
            default:
                var filed = BeforeExpiry(chance.Between(1, 20));
                license.File(filed.AddDays(1), filed);
                license.Renew(term.ExpiresOn.AddDays(chance.Between(9, 50)), next);
                break;
        }

        return next;
    }

    private static string Born(Chance chance, DateOnly granted)
    {
        var born = granted.AddYears(-chance.Between(21, 45)).AddDays(-chance.Between(0, 364));
        return born.ToString(chance.Percent(15) ? "yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string Address(Chance chance) => $"{chance.Between(1, 99)} Example Way, Sampleton";
}
