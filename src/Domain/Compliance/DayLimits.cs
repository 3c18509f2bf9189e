using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Courses held within a few days, of which only so many hours together count.</summary>
internal sealed record Crowd(AtMostPerDay Rule, ImmutableHashSet<CreditId> Courses, Hours Most);

/// <summary>A course of several days and all that shared days with it: more than the least that surely counts does only without it.</summary>
internal sealed record SharedDays(CreditId Course, Crowd Met);

/// <summary>
/// What limits by day come to. A course of several days kept the limit on each of them where that is possible: nothing says that it did not. One
/// that is longer than the limit and does not say when it began took several days, but nobody knows which.
/// </summary>
internal sealed class DayLimits
{
    /// <summary>Each choice doubles the search. Beyond so many, courses that share days count up to the least alone, which is never too much.</summary>
    private const int MostChoices = 8;

    private readonly List<Crowd> _crowds = [];
    private readonly List<SharedDays> _shared = [];
    private readonly HashSet<CreditId> _apart = [];

    public DayLimits(RulesInForce rules, Reading reading, IEnumerable<Portion> portions)
    {
        var limits = rules.Requirements.OfType<AtMostPerDay>().Where(rules.IsAsked).ToArray();
        if (limits.Length == 0)
            return;
        Course[] courses =
        [
            .. portions.Where(p => p.Credit is not null).GroupBy(p => p.Credit!)
                .Select(c => new Course(c.Key, CourseDays.Of(c.Key), c.Sum(p => p.Hours.Hundredths))).OrderBy(c => c.Days.First),
        ];
        foreach (var limit in limits)
        {
            if (limit.Hours.TryGet(out var most) || reading.Burdens(null))
                Find(limit, most, courses, reading);
        }
    }

    public IReadOnlyList<Crowd> Crowds => _crowds;

    /// <summary>None when read for the therapist.</summary>
    public IReadOnlyList<SharedDays> Shared => _shared;

    /// <summary>Whether a limit tells this course apart from others.</summary>
    public bool IsApart(JudgedCredit credit) => _apart.Contains(credit.Id);

    private void Find(AtMostPerDay limit, Hours most, Course[] courses, Reading reading)
    {
        var spread = courses.Where(c => c.Credit.StartedOn is null && c.Hundredths > most.Hundredths).ToArray();
        _apart.UnionWith(spread.Select(c => c.Credit.Id));
        foreach (var cluster in Clusters(courses.Where(c => !spread.Contains(c) || !reading.Helps(null))))
        {
            if (cluster.Sum(c => c.Hundredths) <= most.Hundredths)
                continue;
            FindCrowds(limit, most, cluster);
            FindShared(limit, most, cluster, reading);
        }
    }

    /// <summary>Hours can be spread over the days within the limit just where they can within every window of days.</summary>
    private void FindCrowds(AtMostPerDay limit, Hours most, List<Course> cluster)
    {
        var windows = cluster.Select(c => c.Days.First).Distinct()
            .SelectMany(first => cluster.Select(c => c.Days.Last).Distinct().Where(last => last >= first).Select(last => new CourseDays(first, last)));
        foreach (var window in windows)
        {
            var inside = cluster.Where(c => c.Days.LiesIn(window)).ToArray();
            var isTight = inside.Length > 0 && inside.Min(c => c.Days.First) == window.First && inside.Max(c => c.Days.Last) == window.Last;
            if (!isTight || inside.Sum(c => (long)c.Hundredths) <= (long)most.Hundredths * window.Count)
                continue;
            _crowds.Add(new(limit, [.. inside.Select(c => c.Credit.Id)], most.Times(window.Count, 1)));
            _apart.UnionWith(inside.Select(c => c.Credit.Id));
        }
    }

    /// <summary>
    /// How many hours of a course of several days lay on a day that others share nobody says. However they lay, what counts is no less than the limit of
    /// one day, than that course alone, and than the others without it; read against the therapist it is no more.
    /// </summary>
    private void FindShared(AtMostPerDay limit, Hours most, List<Course> cluster, Reading reading)
    {
        foreach (var course in cluster.Where(c => c.Days.Count > 1))
        {
            var met = cluster.Where(c => c.Days.Meets(course.Days)).ToArray();
            var least = Hours.Max(most, new(course.Hundredths));
            if (met.Sum(c => (long)c.Hundredths) <= least.Hundredths || reading.Helps(null))
                continue;
            var crowd = new Crowd(limit, [.. met.Select(c => c.Credit.Id)], least);
            if (_shared.Count < MostChoices)
                _shared.Add(new(course.Credit.Id, crowd));
            else
                _crowds.Add(crowd);
            _apart.UnionWith(met.Select(c => c.Credit.Id));
        }
    }

    /// <summary>Courses that hang together by days that they share, the earliest first.</summary>
    private static List<List<Course>> Clusters(IEnumerable<Course> byFirstDay)
    {
        var clusters = new List<List<Course>>();
        var last = DateOnly.MinValue;
        foreach (var course in byFirstDay)
        {
            if (clusters.Count == 0 || course.Days.First > last)
                clusters.Add([]);
            clusters[^1].Add(course);
            last = Spans.Later(last, course.Days.Last);
        }

        return clusters;
    }

    private sealed record Course(JudgedCredit Credit, CourseDays Days, int Hundredths);
}
