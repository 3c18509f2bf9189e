using System.Collections.Immutable;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rules;
using Standing = LicenseTracker.Domain.Licenses.Standing;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>Says what an expired license is by the rule book of its state: in grace, delinquent or lapsed, since when, until when, and what helps.</summary>
/// <remarks>
/// An expired license gives no authority, whatever it can still be renewed by. Only where the law's own text says that practice is allowed meanwhile
/// does it; where another text says so, that is not known.
/// </remarks>
public static class AfterExpiry
{
    /// <summary>What a license is on a date, with the book's word where its last term is over; anything else is left as it is.</summary>
    public static StandingOnDate By(RuleBook book, LicenseTimeline license, StandingOnDate standing)
    {
        if (standing.Reasons.FirstOrDefault(r => r.Code == TermFindings.Expired) is not { } expired || On(book, license, standing.On) is not var (late, version))
            return standing;
        ImmutableArray<Reason> others = [.. standing.Reasons.Where(r => r != expired)];
        var said = Says(late, version, expired);
        ImmutableArray<Reason> reasons = late.Practice == LatePractice.Allowed
            ? [said with { Message = $"{expired.Message} {said.Message}", Outcome = OutcomeOfAllowed(late) }, .. others]
            : [expired with { Citation = late.Citation }, .. others, said];
        var named = StandingOf(late.Status);
        return standing with
        {
            Standing = named < standing.Standing ? named : standing.Standing,
            Authority = reasons.Min(AuthorityBehind),
            Reasons = [.. reasons.OrderBy(r => r.Outcome)],
        };
    }

    /// <summary>Every date on which the answer of an expired license may change: none where no book lets anyone practise after an expiry.</summary>
    public static IEnumerable<DateOnly> Breakpoints(RuleBook book, LicenseTimeline license)
    {
        if (!book.Versions.Any(v => v.Renewal?.Late?.Stages.Any(s => s.Practice == LatePractice.Allowed) == true))
            return [];
        var steps = from version in book.Versions
                    where version.Renewal is not null
                    from term in license.Terms
                    from step in LateArithmetic.Steps(version.Renewal!, term.Term.ExpiresOn, NextExpiry(version.Renewal!, license, term.Term.ExpiresOn))
                    select step;
        return steps.Concat(book.Versions.SelectMany(v => v.Effective.Edges));
    }

    /// <summary>Null: no ordinary term has ended, or the book has no version for it.</summary>
    private static (LateStanding Late, RuleBookVersion Version)? On(RuleBook book, LicenseTimeline license, DateOnly date)
    {
        if (license.Terms.Where(t => t.Term.ExpiresOn < date).MaxBy(t => t.Term.ExpiresOn)?.Term.ExpiresOn is not { } expiry
            || LicenseCycle.On(license, expiry) is not { } cycle)
            return null;

        // What the license is today is judged by the law of today, where the book asks for the day judged.
        var governing = VersionSelection.Governing(book, v => cycle.Under(v).Dates(date) with { JudgedOn = date });
        ImmutableArray<(LateStanding Late, RuleBookVersion Version)> found = [.. governing.Select(v => (Under(v), v))];
        if (found is not [.., var newest])
            return null;
        var weakest = found.MaxBy(f => f.Late.Citation?.Confidence);
        var isOne = found.All(f => (f.Late.Status, f.Late.Practice, f.Late.Since, f.Late.Until) == (newest.Late.Status, newest.Late.Practice, newest.Late.Since, newest.Late.Until));
        return isOne ? weakest : (NotKnown(expiry, newest.Version, "What is on record allows versions of the rules that say different things."), newest.Version);

        LateStanding Under(RuleBookVersion version) => version.Renewal is { } renewal
            ? LateArithmetic.On(renewal, expiry, NextExpiry(renewal, license, expiry), date)!
            : NotKnown(expiry, version, "The rules know no renewal.");
    }

    private static Figure<DateOnly> NextExpiry(Renewal renewal, LicenseTimeline license, DateOnly expiry) =>
        TermArithmetic.NextExpiry(renewal, new(license.GrantedOn, expiry, BirthDate: null, license.NumberOn(expiry)));

    private static LateStanding NotKnown(DateOnly expiry, RuleBookVersion version, string why) =>
        new(LateStatus.Unknown, LatePractice.Unknown, null, null, expiry.AddDays(1), null, version.Cycle.Citation, why);

    private static Reason Says(LateStanding late, RuleBookVersion version, Reason expired)
    {
        var (code, what, helps) = late.Status switch
        {
            LateStatus.Grace => ("LICENSE_IN_GRACE", "in grace", "It can still be renewed"),
            LateStatus.Delinquent => ("LICENSE_DELINQUENT", "delinquent", "It can still be renewed or restored, on terms"),
            LateStatus.Lapsed => ("LICENSE_LAPSED", "lapsed", "It is too late to renew: only a new application helps"),
            _ => ("LICENSE_AFTER_EXPIRY_UNKNOWN", "", ""),
        };
        var message = late.Status == LateStatus.Unknown
            ? $"What it is since {late.Since.Iso()} is not known from rule book {version.Id}: ask the board whether and how it can be renewed."
            : $"By rule book {version.Id} it is {what}{Word(late, what)} since {late.Since.Iso()}{Until(late)}: {Practice(late.Practice)}. {helps}{(late.Fee is { } fee ? $" (fee: {fee})" : "")}.";
        return new(code, ReasonOutcome.Warning, late.Note is { } note ? $"{message} {note}" : message, late.Citation, expired.Evidence, []);
    }

    private static string Word(LateStanding late, string what) => late.Word is { } word && word != what ? $" (\"{word}\")" : "";

    private static string Until(LateStanding late) => late.Until is { } until ? $", through {until.Iso()}" : "";

    private static string Practice(LatePractice practice) => practice switch
    {
        LatePractice.Allowed => "practice is allowed meanwhile",
        LatePractice.Forbidden => "practice is forbidden",
        LatePractice.WithConditionalRegistration => "practice is allowed only with a conditional registration",
        _ => "no text that is known allows practice meanwhile",
    };

    /// <summary>A stage whose last day is not known may be over.</summary>
    private static ReasonOutcome OutcomeOfAllowed(LateStanding late) =>
        late is { Status: not LateStatus.Unknown, Citation.Confidence: Confidence.Primary } ? ReasonOutcome.Satisfied : ReasonOutcome.Unknown;

    private static Standing StandingOf(LateStatus status) => status switch
    {
        LateStatus.Delinquent => Standing.Delinquent,
        LateStatus.Lapsed => Standing.Lapsed,
        _ => Standing.Expired,
    };

    /// <summary>What a reason of a standing leaves of authority.</summary>
    private static Authority AuthorityBehind(Reason reason) => reason.Outcome switch
    {
        ReasonOutcome.Blocking => Authority.None,
        ReasonOutcome.Unknown => Authority.Unknown,
        ReasonOutcome.Condition => Authority.Limited,
        _ => Authority.Full,
    };
}
