using LicenseTracker.Api.Schema.Errors;

namespace LicenseTracker.Api.Reading;

/// <summary>The recorded clock as an argument.</summary>
public static class KnownAt
{
    /// <summary>The instant itself; one that lies ahead is refused, since nobody knows what will be known then.</summary>
    public static DateTimeOffset? Checked(DateTimeOffset? knownAt, TimeProvider clock) =>
        knownAt > clock.GetUtcNow() ? throw new InvalidInputError("knownAt lies in the future. Give an instant that has passed, or leave it out.") : knownAt;
}
