using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Rosters;

/// <summary>An open item of the review queue as a verdict needs it: nobody has resolved it, and its source has not taken it back. It holds no personal data.</summary>
/// <param name="License">The license it is about; null: it could not be told which, so it may be any of the therapist's in the jurisdiction.</param>
/// <param name="Jurisdiction">Whose roster it was.</param>
/// <param name="Profile">How the roster was read; null: not kept.</param>
/// <param name="Message">What contradicts what, and what to do.</param>
/// <param name="Since">The first day on which what the source says may have been so; null: any day.</param>
/// <param name="FoundOn">The day on which it was found, in the jurisdiction's zone.</param>
public sealed record RosterContradiction(
    LicenseId? License, Jurisdiction Jurisdiction, string? Profile, string Code, string Message, string? OnRecord, string? InSource, DateOnly? Since, DateOnly FoundOn)
{
    public bool IsAbout(LicenseTimeline license) => License is { } known ? known == license.Id : Jurisdiction == license.Jurisdiction;

    /// <summary>Whether it could take authority away on a date.</summary>
    public bool CouldTakeAuthorityOn(DateOnly date) => ReviewEffect.CouldTakeAuthority(Code) && !(date < Since);
}
