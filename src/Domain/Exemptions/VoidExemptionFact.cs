namespace LicenseTracker.Domain.Exemptions;

/// <summary>Says that an earlier fact of an exemption, perhaps a correction or a void, never held.</summary>
public sealed record VoidExemptionFact(ExemptionId ExemptionId, FactId Target, Personal Reason, long Version) : IChange
{
    public Guid StreamId => ExemptionId.Value;

    public static Decision<ExemptionFact> Decide(VoidExemptionFact c, Exemption? exemption) => exemption is null
        ? Refusals.UnknownId
        : Corrections.OfVoid(exemption.Log, c.Target, c.Reason).Record<ExemptionFact>(new ExemptionFactVoided(c.Target, c.Reason));
}
