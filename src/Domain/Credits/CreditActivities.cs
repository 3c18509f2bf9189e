using System.Collections.Immutable;

namespace LicenseTracker.Domain.Credits;

/// <summary>By what a therapist earned hours.</summary>
/// <param name="Code">Stable code in snake case; facts hold it.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Description">What belongs to it.</param>
public sealed record CreditActivity(string Code, string Name, string Description);

/// <summary>The activities that earn hours in some jurisdiction. A code is never dropped: facts for ever hold it.</summary>
public static class CreditActivities
{
    public static ImmutableArray<CreditActivity> All { get; } =
    [
        new("course", "Course", "A course or workshop taken."),
        new("academic_course", "Academic course", "A course at a college or university."),
        new("teaching", "Teaching", "A course taught."),
        new("authoring", "Authoring", "An article, chapter, book or course written."),
        new("research", "Research", "Research done and published."),
        new("meeting", "Meeting", "A meeting of a board or professional body attended."),
        new("examination", "Examination", "An examination given or taken, as a jurisprudence examination."),
        new("supervision", "Supervision", "Supervision or mentoring given or received."),
        new("pro_bono", "Pro bono", "Massage given for the public good without pay."),
    ];

    public static bool Contains(string code) => All.Any(a => a.Code == code);
}
