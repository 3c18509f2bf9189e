using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>A therapist's licenses in one jurisdiction, the one that counts first.</summary>
public static class LicensesThere
{
    /// <summary>As known at an instant, of one profession: by authority on the date, then by the end of their last term, then by id.</summary>
    public static ImmutableArray<LicenseTimeline> Of(EligibilityCard card, Jurisdiction jurisdiction, Profession profession, DateOnly on, DateTimeOffset? knownAt) =>
    [
        .. card.Licenses.Select(l => l.KnownAt(knownAt)).OfType<LicenseTimeline>()
            .Where(l => l.TherapistId == card.TherapistId && l.Jurisdiction == jurisdiction && l.Profession == profession)
            .OrderByDescending(l => l.StandingOn(on).Authority).ThenByDescending(l => l.Terms.Select(t => t.Term.ExpiresOn).DefaultIfEmpty().Max()).ThenBy(l => l.Id.Value),
    ];
}
