using System.Collections.Immutable;

namespace LicenseTracker.Domain.Credits;

/// <summary>How a course was given.</summary>
public enum Delivery
{
    /// <summary>Teacher and student in one room.</summary>
    InPerson,

    /// <summary>At a distance, both at the same time.</summary>
    LiveWebinar,

    /// <summary>At a distance, when the student pleases.</summary>
    OnDemand,

    /// <summary>By paper or book.</summary>
    HomeStudy,

    /// <summary>A recording of what once was live.</summary>
    RecordedWebinar,
}

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
public sealed record CreditDeclaration(
    string CourseTitle, string? CourseNumber, Provider Provider, DateOnly CompletedOn, Delivery Delivery, string Activity,
    ImmutableArray<CategoryHours> Hours, Hours? HandsOn, int HourMinutes, string? StatedAs, string? CertificateSha256)
{
    /// <summary>All hours, as declared.</summary>
    public static Hours Total(CreditDeclaration declared) => new(declared.Hours.Sum(h => h.Hours.Hundredths));

    public bool Equals(CreditDeclaration? other) => other is not null && Single.Equals(other.Single) && Hours.SequenceEqual(other.Hours);

    public override int GetHashCode() => Single.GetHashCode();

    private (string, string?, Provider, DateOnly, Delivery, string, (Hours?, int, string?, string?)) Single =>
        (CourseTitle, CourseNumber, Provider, CompletedOn, Delivery, Activity, (HandsOn, HourMinutes, StatedAs, CertificateSha256));
}
