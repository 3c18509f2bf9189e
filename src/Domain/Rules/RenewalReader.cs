using System.Collections.Immutable;

namespace LicenseTracker.Domain.Rules;

/// <summary>Reads how a license is renewed in one version.</summary>
internal sealed class RenewalReader(RuleSources sources)
{
    public Renewal Read(DataNode node)
    {
        node.Only("periodMonths", "expiry", "firstTerm", "applicationDue", "late");
        var period = sources.Figure(node.Get("periodMonths"), n => n.AsCount() is > 0 and var months ? months : throw n.Wrong("is no period."));
        return new(
            period,
            Expiry(node.Get("expiry")),
            node.Optional("firstTerm") is { } first ? FirstTerm(first) : null,
            node.Optional("applicationDue") is { } due ? Deadline(due) : null,
            node.Optional("late") is { } late ? Late(late) : null);
    }

    public Deadline Deadline(DataNode node)
    {
        node.Only("kind", "days", "month", "day", "months", "confidence", "source", "note");
        var (citation, note) = (sources.Citation(node), node.TextOrNull("note"));
        return node.Text("kind") switch
        {
            "daysBeforeExpiry" => new DaysBeforeExpiry(node.Get("days").AsCount(), citation, note),
            "dayOfYear" => DayOf(node) is var (month, day) ? new DayOfYear(month, day, citation, note) : throw node.Wrong("is no day."),
            "firstOfMonthBefore" => new FirstOfMonthBefore(node.Get("months").AsCount(), citation, note),
            var kind => throw node.Get("kind").Wrong($"'{kind}' is no kind of deadline."),
        };
    }

    /// <summary>The month and day of a node; every year has the day.</summary>
    public static (int Month, int Day) DayOf(DataNode node)
    {
        var (month, day) = (node.Get("month").AsCount(), node.Get("day").AsCount());
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2001, month)
            ? (month, day)
            : throw node.Wrong("names no day that every year has.");
    }

    private ExpiryPattern Expiry(DataNode node)
    {
        node.Only("pattern", "month", "day", "years", "confidence", "source", "note");
        var (citation, note) = (sources.Citation(node), node.TextOrNull("note"));
        switch (node.Text("pattern"))
        {
            case "onDate":
                var (month, day) = DayOf(node);
                return new OnDate(month, day, Years(node.Get("years")), citation, note);
            case "onBirthday":
                return new OnBirthday(Years(node.Get("years")), citation, note);
            case "inBirthMonth":
                return node.CountOrNull("day") is 0 or > 28
                    ? throw node.Get("day").Wrong("is no day that every month has.")
                    : new InBirthMonth(node.CountOrNull("day"), Years(node.Get("years")), citation, note);
            case "onIssueAnniversary":
                return new OnIssueAnniversary(citation, note);
            case "endOfIssueMonth":
                return new EndOfIssueMonth(citation, note);
            case "printedByRegulator":
                return new PrintedByRegulator(citation, note);
            case "unknown":
                return new UnknownExpiry(citation, note);
            case var pattern:
                throw node.Get("pattern").Wrong($"'{pattern}' is no pattern of expiry.");
        }
    }

    private static YearRule Years(DataNode node)
    {
        node.Only("basis", "every", "like");
        var basis = node.Choice<YearBasis>("basis");
        var every = node.Get("every").AsCount();
        if (every == 0 || (basis is YearBasis.BirthYearParity or YearBasis.LicenseNumberParity && every != 2))
            throw node.Get("every").Wrong("fits no such years.");
        return node.Has("like") == (basis == YearBasis.Calendar && every > 1)
            ? new(basis, every, node.CountOrNull("like"))
            : throw node.Wrong("needs 'like' for years of the calendar that are more than one apart, and for nothing else.");
    }

    private FirstTerm FirstTerm(DataNode node)
    {
        node.Only("atLeastMonths", "inYearAfterIssue", "confidence", "source", "note");
        return new(node.CountOrNull("atLeastMonths"), node.CountOrNull("inYearAfterIssue"), sources.Citation(node), node.TextOrNull("note"));
    }

    private LateRenewal Late(DataNode node)
    {
        node.Only("stages", "after", "penaltyHoursPerMonth", "confidence", "source", "note");
        var stages = node.Items("stages").Select(Stage).ToImmutableArray();
        for (var i = 1; i < stages.Length; i++)
        {
            if (!Ascends(stages[i - 1].Until, stages[i].Until))
                throw node.Get("stages").Wrong("do not follow one another.");
        }

        var penalty = node.Optional("penaltyHoursPerMonth") is { } hours ? sources.Figure(hours, n => n.AsHours()) : null;
        return new(stages, node.Choice<LateStatus>("after"), penalty, sources.Citation(node), node.TextOrNull("note"));
    }

    /// <summary>Whether one limit surely comes before another: 31 days make the longest month, 28 the shortest.</summary>
    private static bool Ascends(LateLimit before, LateLimit after) => (before, after) switch
    {
        (Unlimited, _) => false,
        (_, Unlimited) => true,
        (UntilDays b, UntilDays a) => b.Days < a.Days,
        (UntilMonths b, UntilMonths a) => b.Months < a.Months,
        (UntilDays b, UntilMonths a) => b.Days < a.Months * 28,
        (UntilMonths b, UntilDays a) => b.Months * 31 < a.Days,
        _ => false,
    };

    private static LateStage Stage(DataNode node)
    {
        node.Only("status", "word", "untilDays", "untilMonths", "untilNextExpiry", "practice", "fee", "note");
        LateLimit[] limits =
        [
            .. node.CountOrNull("untilDays") is { } days ? [new UntilDays(days)] : Array.Empty<LateLimit>(),
            .. node.CountOrNull("untilMonths") is { } months ? [new UntilMonths(months)] : Array.Empty<LateLimit>(),
            .. node.Flag("untilNextExpiry") ? [new UntilNextExpiry()] : Array.Empty<LateLimit>(),
        ];
        return new(
            node.Choice<LateStatus>("status"),
            node.TextOrNull("word"),
            limits.Length > 1 ? throw node.Wrong("has more than one end.") : limits is [var limit] ? limit : new Unlimited(),
            node.Choice<LatePractice>("practice"),
            node.TextOrNull("fee"),
            node.TextOrNull("note"));
    }
}
