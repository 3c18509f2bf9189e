using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Exemptions;

/// <summary>Records that a therapist asked a board to be exempt from continuing education for a time.</summary>
public sealed record RequestExemption(
    ExemptionId ExemptionId, TherapistId TherapistId, Jurisdiction Jurisdiction, LicenseId? LicenseId, string? Requirement, DateOnly From, DateOnly To, Personal Reason) : IStart
{
    public static readonly Refusal EndBeforeStart =
        new("EXEMPTION_END_BEFORE_START", "The last day lies before the first. Correct one of them.", "to");

    public static readonly Refusal OtherLicense =
        new("EXEMPTION_OTHER_LICENSE", "This license belongs to another therapist or jurisdiction. Check the ids.", "licenseId");

    public Guid StreamId => ExemptionId.Value;

    /// <param name="license">The license named, if it is on the therapist's record.</param>
    public static Decision<ExemptionFact> Decide(RequestExemption c, Therapist? therapist, License? license)
    {
        if (therapist is null)
            return Refusals.UnknownId.At("therapistId");
        if (therapist.KnownAt(null) is null)
            return TherapistRules.RegistrationVoided.At("therapistId");
        if (c.LicenseId is not null && license is null)
            return Refusals.UnknownId.At("licenseId");
        var requirement = string.IsNullOrWhiteSpace(c.Requirement) ? null : c.Requirement.Trim();
        var fact = new ExemptionRequested(c.TherapistId, c.Jurisdiction, c.LicenseId, requirement, c.From, c.To, c.Reason);
        return Judge(fact)
            .Refuse(license is not null && (license.KnownAt(null) is not { } known || known.TherapistId != c.TherapistId || known.Jurisdiction != c.Jurisdiction), OtherLicense)
            .Record<ExemptionFact>(fact);
    }

    internal static Check Judge(ExemptionRequested f) => Check.Begin
        .Refuse(!Enum.IsDefined(f.Jurisdiction), Refusals.InvalidInput("This is no jurisdiction.", "jurisdiction"))
        .OptionalText(f.Requirement, Inputs.LongestNumber, lines: false, "requirement")
        .Date(f.From, "from")
        .Date(f.To, "to")
        .Refuse(f.To < f.From, EndBeforeStart)
        .And(ExemptionRules.Reason(f.Reason));
}
