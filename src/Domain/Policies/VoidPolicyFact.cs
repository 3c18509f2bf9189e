namespace LicenseTracker.Domain.Policies;

/// <summary>Says that an adoption, perhaps a correction or a void, never held: the policy before it is in force again.</summary>
public sealed record VoidPolicyFact(ClinicId ClinicId, FactId Target, string Reason, long Version) : IChange
{
    public Guid StreamId => ClinicPolicy.StreamOf(ClinicId);

    public static Decision<PolicyFact> Decide(VoidPolicyFact c, ClinicPolicy? policies)
    {
        if (policies is null)
            return Refusals.UnknownId;
        var fact = new PolicyFactVoided(c.Target, c.Reason.Trim());

        // A void that is voided, or a correction, may bring back an adoption whose day another has taken since.
        var after = policies.Log.Add(new(default, policies.Version + 1, default, fact)).Held().Select(h => ((PolicyAdopted)h.Fact).EffectiveFrom).ToArray();
        return Corrections.OfVoid(policies.Log, c.Target, Personal.Of(c.Reason))
            .Refuse(after.Distinct().Count() < after.Length, AdoptPolicy.SameDay.At("factId"))
            .Record<PolicyFact>(fact);
    }
}
