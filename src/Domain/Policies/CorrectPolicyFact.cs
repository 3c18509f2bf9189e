using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Policies;

/// <summary>Replaces an adoption in full: the clinic meant another policy, or another day.</summary>
public sealed record CorrectPolicyFact(ClinicId ClinicId, FactId Target, PolicyFact Replacement, string Reason, long Version) : IChange
{
    public Guid StreamId => ClinicPolicy.StreamOf(ClinicId);

    public static Decision<PolicyFact> Decide(CorrectPolicyFact c, ClinicPolicy? policies, ConditionCatalogue catalogue)
    {
        if (policies is null)
            return Refusals.UnknownId;
        var replacement = c.Replacement is PolicyAdopted adopted ? AdoptPolicy.Trim(adopted) : c.Replacement;
        var check = Corrections.OfCorrection(policies.Log, c.Target, replacement, Personal.Of(c.Reason), f => (f as PolicyAdopted)?.ClinicId);
        if (check.Refusals.IsEmpty)
            check = check.And(AdoptPolicy.Judge(
                (PolicyAdopted)replacement, policies.Log.Held().Where(h => h.Id != c.Target).Select(h => (PolicyAdopted)h.Fact), catalogue).InData());
        return check.Record<PolicyFact>(new PolicyFactCorrected(c.Target, replacement, c.Reason.Trim()));
    }
}
