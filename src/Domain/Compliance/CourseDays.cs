namespace LicenseTracker.Domain.Compliance;

/// <summary>The days from the first to the last of a course; both belong to it.</summary>
internal readonly record struct CourseDays(DateOnly First, DateOnly Last)
{
    public int Count => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Where the first day is not said, the day of completion alone.</summary>
    public static CourseDays Of(JudgedCredit credit) => new(credit.StartedOn ?? credit.CompletedOn, credit.CompletedOn);

    public bool Meets(CourseDays other) => First <= other.Last && other.First <= Last;

    public bool LiesIn(CourseDays other) => First >= other.First && Last <= other.Last;
}
