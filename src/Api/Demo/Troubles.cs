using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.Demo;

/// <summary>What befalls a license of the crowd, once: discipline of every kind, and what a desk records beside it.</summary>
internal static class Troubles
{
    public static void Write(DemoScript script, LicenseStory license, Jurisdiction state, DateOnly on, string family)
    {
        var chance = script.Chance;
        DateOnly Later(int from, int to) => on.AddDays(chance.Between(from, to));
        switch (chance.Between(1, 14))
        {
            case 1:
                license.Impose(Later(1, 9), EncumbranceType.Suspension, on, on.AddDays(chance.Between(60, 240)), "Unprofessional conduct", "Consent order.");
                break;
            case 2:
                var probation = license.Impose(Later(1, 9), EncumbranceType.Probation, on, category: "Advertising", note: "Reports each quarter.");
                license.Lift(Later(380, 420), probation, on.AddDays(365));
                break;
            case 3:
                license.Impose(Later(1, 30), EncumbranceType.Fine, on, category: "Late address change");
                break;
            case 4:
                license.Impose(Later(1, 30), chance.Percent(50) ? EncumbranceType.Reprimand : EncumbranceType.PublicReprimand, on);
                break;
            case 5:
                var hours = license.Impose(Later(1, 9), EncumbranceType.CompletionOfCe, on, category: "Continuing education audit");
                license.Lift(Later(130, 150), hours, on.AddDays(120));
                break;
            case 6:
                var first = license.Impose(Later(1, 9), EncumbranceType.Suspension, on, category: "Records");
                var second = license.Impose(Later(40, 50), EncumbranceType.RequiredSupervision, on.AddDays(35));
                license.Lift(Later(120, 130), second, on.AddDays(110));
                license.Lift(Later(190, 200), first, on.AddDays(180));
                break;
            case 7:
                var reported = license.Report(Later(3, 60), on);
                if (chance.Percent(60))
                    license.Lift(Later(400, 500), reported, on.AddDays(390));
                break;
            case 8:
                license.Impose(Later(2, 10), EncumbranceType.Suspension, on, note: "From the weekly list.");
                license.Void<EncumbranceImposed>(Later(15, 60), "The order names another licensee of the same family name.");
                break;
            case 9:
                // Learnt long after it began.
                license.Impose(Later(120, 300), EncumbranceType.EmergencySuspension, on, on.AddDays(90), "Imminent danger");
                break;
            case 10 or 11:
                license.Inactivate(Later(0, 10), on);
                if (chance.Percent(60))
                    license.Reactivate(Later(210, 400), on.AddDays(200));
                break;
            case 12:
                license.Close(Later(0, 10), on);
                if (chance.Percent(40))
                    license.Reopen(Later(95, 120), on.AddDays(90));
                break;
            case 13:
                license.Renumber(Later(0, 10), script.NextNumber(state), on);
                license.Correct<LicenseNumberChanged>(Later(20, 40), f => f with { ChangedOn = on.AddDays(-1) }, "The board's letter is of the day before.");
                break;
            default:
                license.Rename(Later(0, 10), chance.Of(NewNames), family, on);
                break;
        }
    }

    private static readonly string[] NewNames = ["Isolindre", "Marielloise", "Quentalyn", "Ferdinelle"];
}
