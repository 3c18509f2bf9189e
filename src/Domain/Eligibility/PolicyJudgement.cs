using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>Judges what a clinic's policy asks of everyone, whatever the client's conditions: certifications, sources not too old.</summary>
internal static class PolicyJudgement
{
    public static void On(Case @case, Policy policy, DateOnly date, Findings findings)
    {
        foreach (var misfit in policy.Misfits)
        {
            // What the clinic asks for is then not known, and must not be passed over.
            var place = string.Join('.', misfit.Path);
            findings.Add(
                "POLICY_NOT_UNDERSTOOD", ReasonOutcome.Unknown,
                $"The present catalogue cannot carry out {policy.Called} at {place}: adopt a policy that fits it.", policy.Citation);
        }

        foreach (var required in policy.Content.RequiredCertifications)
            Require(@case, policy, required, date, findings);
        if (policy.Content.SourceOldAfterDays is { } days)
            WarnOfOldSources(@case, policy, days, date, findings);
    }

    private static void Require(Case @case, Policy policy, RequiredCertification required, DateOnly date, Findings findings)
    {
        var name = @case.Catalogue.Training(required.Certification)?.Name ?? required.Certification;
        if (@case.Held(required.Certification, date) is { } held)
            findings.Add("CERTIFICATION_HELD", ReasonOutcome.Satisfied, $"The therapist holds {name}, which {policy.Called} asks for.", policy.Citation, held.Evidence);
        else if (required.WhenMissing == PolicyEffect.Block)
            findings.Add("CERTIFICATION_REQUIRED_BY_POLICY", ReasonOutcome.Blocking, $"The therapist does not hold {name}, without which {policy.Called} lets nobody treat.", policy.Citation);
        else
            findings.Add("CERTIFICATION_NOT_HELD", ReasonOutcome.Warning, $"The therapist does not hold {name}, which {policy.Called} asks for.", policy.Citation);
    }

    private static void WarnOfOldSources(Case @case, Policy policy, int days, DateOnly date, Findings findings)
    {
        var here = @case.Licenses.Where(l => l.Profession == @case.Question.Profession
            && (l.Jurisdiction == @case.Question.Jurisdiction || l.HasCompactAuthorityOn(date)));
        foreach (var license in here)
        {
            var verified = @case.VerifiedOn(license);
            if (verified is { } day && date.DayNumber - day.DayNumber <= days)
                continue;
            var since = verified is { } last ? $"was last confirmed by a source on {last.Iso()}" : "was never confirmed by a source";
            findings.Add(
                "LICENSE_SOURCE_OLD", ReasonOutcome.Warning,
                $"License {license.NumberOn(date)} in {@case.Jurisdictions(license.Jurisdiction).Name} {since}; {policy.Called} asks for {days} days at most.",
                policy.Citation, license.GrantEvidence);
        }
    }
}
