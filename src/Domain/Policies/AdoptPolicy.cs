using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Policies;

/// <summary>Records that a clinic decides by this policy from a day on, past or to come.</summary>
/// <param name="Version">The version of the clinic's policy record; 0: it has never adopted one.</param>
public sealed record AdoptPolicy(ClinicId ClinicId, string Name, DateOnly EffectiveFrom, PolicyContent Content, long Version) : IChange
{
    public static readonly Refusal SameDay = new(
        "POLICY_SAME_DAY", "Another policy was adopted from this day. Correct or void that adoption, or choose another day.", "effectiveFrom");

    public Guid StreamId => ClinicPolicy.StreamOf(ClinicId);

    public static Decision<PolicyFact> Decide(AdoptPolicy c, Clinic? clinic, ClinicPolicy policies, ConditionCatalogue catalogue)
    {
        if (clinic is null)
            return Refusals.UnknownId.At("clinicId");
        var fact = Trim(new(c.ClinicId, c.Name, c.EffectiveFrom, c.Content));
        return Judge(fact, policies.Log.Held().Select(h => (PolicyAdopted)h.Fact), catalogue).Record<PolicyFact>(fact);
    }

    internal static PolicyAdopted Trim(PolicyAdopted f) => f with { Name = f.Name.Trim() };

    internal static Check Judge(PolicyAdopted f, IEnumerable<PolicyAdopted> others, ConditionCatalogue catalogue) => Check.Begin
        .Text(f.Name, Inputs.LongestName, "name")
        .Date(f.EffectiveFrom, "effectiveFrom")
        .Refuse(others.Any(o => o.EffectiveFrom == f.EffectiveFrom), SameDay)
        .And(PolicyFit.Check(f.Content, catalogue));
}
