using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Credits;

/// <summary>Who gave a course.</summary>
/// <param name="Name">The provider's name.</param>
/// <param name="ApprovalBody">Who approved the provider, as NCBTMB.</param>
/// <param name="ApprovalNumber">The provider's number with that body.</param>
public sealed record Provider(string Name, string? ApprovalBody, string? ApprovalNumber);

/// <summary>Declared hours of one category.</summary>
/// <param name="Category">A code of <see cref="CreditCategories"/>.</param>
public readonly record struct CategoryHours(string Category, Hours Hours);

/// <summary>What is said of a completed course by whoever submits it: as on the certificate, nothing converted.</summary>
/// <param name="Activity">A code of <see cref="CreditActivities"/>.</param>
/// <param name="HandsOn">How much of all hours was practised by hand; null: not said.</param>
/// <param name="HourMinutes">The minutes of the hours above: 60, or 50 where the certificate counts so.</param>
/// <param name="StatedAs">How the certificate itself states the amount where it does not count hours, as "0.6 CEU".</param>
/// <param name="CertificateSha256">Hash of the certificate's file, lower-case hexadecimal; null: none was given.</param>
/// <param name="LawOf">The jurisdiction whose law was taught; null: not said, or no law was.</param>
/// <param name="StartedOn">The first day of the course; null: not said, and so not on how many days it was held.</param>
public sealed record CreditDeclaration(
    string CourseTitle, string? CourseNumber, Provider Provider, DateOnly CompletedOn, Delivery Delivery, string Activity,
    ImmutableArray<CategoryHours> Hours, Hours? HandsOn, int HourMinutes, string? StatedAs, string? CertificateSha256,
    Jurisdiction? LawOf = null, DateOnly? StartedOn = null)
{
    /// <summary>All hours, as declared.</summary>
    public static Hours Total(CreditDeclaration declared) => new(declared.Hours.Sum(h => h.Hours.Hundredths));

    public bool Equals(CreditDeclaration? other) => other is not null && Single.Equals(other.Single) && Hours.SequenceEqual(other.Hours);

    public override int GetHashCode() => Single.GetHashCode();

    private (string, string?, Provider, DateOnly, Delivery, string, (Hours?, int, string?, string?), (Jurisdiction?, DateOnly?)) Single =>
        (CourseTitle, CourseNumber, Provider, CompletedOn, Delivery, Activity, (HandsOn, HourMinutes, StatedAs, CertificateSha256), (LawOf, StartedOn));
}
