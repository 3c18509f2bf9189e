namespace LicenseTracker.Api.Demo;

/// <summary>What the crowd learns: trainings of the catalogue that hold for good, and credentials that must be kept up.</summary>
internal static class Trainings
{
    private const string School = "Demo School of Bodywork";

    private static readonly (string Id, string Issuer)[] Lasting =
    [
        ("PRENATAL", School), ("PRENATAL", School), ("SCAR", School), ("ONC-FOUND", "Demo Oncology Massage Institute"), ("MLD-BASIC", School),
        ("CDT-135", "Demo Lymphology School"), ("CLT-LANA", "Demo Lymphology Board"), ("TRAUMA", School), ("GERI", School), ("ADAPT", School), ("CARDIAC", School),
        ("PRENATAL-HR", School),
    ];

    public static void Write(DemoScript script, Person person, DateOnly registered, int atLeast)
    {
        var chance = script.Chance;
        foreach (var (id, issuer) in Enumerable.Range(0, chance.Between(atLeast, 2)).Select(_ => chance.Of(Lasting)).Distinct())
        {
            var issued = registered.AddDays(chance.Between(-700, 1500));
            person.Certified((issued > registered ? issued : registered).AddDays(chance.Between(4, 60)), id, issuer, issued);
        }

        if (chance.Percent(45))
            KeepUp(script, person, registered, "CPR", "Demo Heart Rescue");
        if (chance.Percent(15))
            KeepUp(script, person, registered, "BCTMB", "Demo Certification Board");
    }

    /// <summary>Two years at a time, until somebody forgets.</summary>
    private static void KeepUp(DemoScript script, Person person, DateOnly registered, string id, string issuer)
    {
        var chance = script.Chance;
        var issued = registered.AddDays(chance.Between(-300, 600));
        var last = issued.AddYears(2).AddDays(-1);
        var certification = person.Certified((issued > registered ? issued : registered).AddDays(chance.Between(5, 30)), id, issuer, issued, last);
        while (last < script.Day && chance.Percent(85))
        {
            var renewed = last.AddDays(-chance.Between(0, 30));
            last = last.AddYears(2);
            var recorded = renewed.AddDays(chance.Between(0, 14));
            person.Extend(recorded > registered.AddDays(40) ? recorded : registered.AddDays(40), certification, renewed, last);
        }
    }
}
