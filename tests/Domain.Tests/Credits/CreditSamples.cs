using LicenseTracker.Domain.Credits;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Credits;

/// <summary>Courses and credits that the specs are written in.</summary>
internal static class CreditSamples
{
    public static readonly CreditId Id = new(Guid.Parse("00000000-0000-7000-8000-0000000000c1"));

    public static readonly Reviewer Rose = new("reviewer-1", null);

    public static readonly IReadOnlySet<string> Submitters = new HashSet<string> { "therapist-1" };

    /// <summary>It is 2026-05-03 at its latest anywhere.</summary>
    public static readonly DeclarationLimits Limits = new(CreditCategories.Shipped, Day("2026-05-03"));

    public static readonly CreditDeclaration Course = new(
        "Ethics for bodyworkers", "E-1", new("Demo School", "NCBTMB", "450001-06"), Day("2026-03-14"), Delivery.LiveWebinar, "course",
        [new("ethics", Hours.Parse("2")), new("massage_technique", Hours.Parse("4.25"))], Hours.Parse("1.5"), 50, null, null);

    public static readonly CreditSubmitted Submitted = new(Ada, Course);
    public static readonly CreditVerified Verified = new(Personal.Of("Seen"));
    public static readonly CreditRejected Rejected = new(Personal.Of("Unreadable"));
    public static readonly CreditRevoked Revoked = new(Personal.Of("Forged"));
    public static readonly CreditWithdrawn Withdrawn = new();

    public static CreditResubmitted Resubmitted(string title = "Ethics") => new(Course with { CourseTitle = title });

    public static CreditFactCorrected Corrected(int fact, CreditFact replacement) => new(Fact(fact), replacement, Reason);

    public static CreditFactVoided VoidOf(int fact) => new(Fact(fact), Reason);

    public static Credit Credit(params IEnumerable<CreditFact> facts) => new(Id, Log(facts));

    public static CreditStatus? Status(params IEnumerable<CreditFact> facts) => Credit(facts).KnownAt(null)?.Status;
}
