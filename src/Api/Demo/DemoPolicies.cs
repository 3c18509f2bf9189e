using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Policies;

namespace LicenseTracker.Api.Demo;

/// <summary>How the two clinics decide, and how that changed: one grew strict, the other asks for little.</summary>
internal static class DemoPolicies
{
    public static void Write(DemoScript script)
    {
        var (stillwater, palmshade) = (DemoClinic.Stillwater(script.Day), DemoClinic.Palmshade(script.Day));
        var asking = PolicyContent.Default with { RequiredCertifications = [new("cpr", PolicyEffect.Warn)], SourceOldAfterDays = 180 };
        Adopt(script, stillwater, script.Day.AddYears(-5), script.Day.AddYears(-5), "Stillwater standards", asking);
        Adopt(script, stillwater, script.Day.AddMonths(-7), script.Day.AddMonths(-6), "Stillwater standards, stricter", asking with
        {
            RequiredCertifications = [new("cpr", PolicyEffect.Block), new("liability_insurance", PolicyEffect.Warn)],
            OtherStateDiscipline = PolicyEffect.Block,
            Rules = [new("hypertension-3", true, null, false, [new("bp_systolic", Comparison.GreaterOrEqual, "150")])],
            ClearingProviders = [ProviderKind.Physician, ProviderKind.NursePractitioner, ProviderKind.Midwife],
            SourceOldAfterDays = 90,
        });
        Adopt(script, palmshade, script.Day.AddYears(-3), script.Day.AddYears(-3), "Palmshade house rules", PolicyContent.Default with
        {
            RequiredCertifications = [new("liability_insurance", PolicyEffect.Warn)],
            Trainings = [new("SCAR", false, ["Palmshade scar workshop"])],
            AcceptedWhereNoLicense = ["BCTMB"],
        });
    }

    private static void Adopt(DemoScript script, DemoClinic clinic, DateOnly recorded, DateOnly from, string name, PolicyContent content) =>
        script.Add(new(DemoScript.AtNine(recorded).AddHours(10), clinic, null, desk => desk.AdoptAsync(clinic.Id, name, from, content)));
}
