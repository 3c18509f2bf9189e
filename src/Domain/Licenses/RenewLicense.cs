namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that the board extended a license by one term.</summary>
/// <remarks>A registry records what boards did: a gap, an odd length or another day than the rule book's is a warning, never a refusal.</remarks>
/// <param name="Term">Without a first day it follows the term before; without a last day it ends as the rule book says.</param>
public sealed record RenewLicense(LicenseId LicenseId, StatedTerm Term, long Version) : IChange
{
    public static readonly Refusal TermOverlaps =
        new("TERM_OVERLAPS", "This term overlaps another one. If that one was recorded wrongly, correct it.", "termStart");

    public static readonly Refusal TermGap =
        new("TERM_GAP", "There are days between the last term and this one; on them the license was expired.", "termStart");

    public static readonly Refusal TermShorter =
        new("TERM_SHORTER", "This term is shorter than the one before. Check its last day.", "expiresOn");

    public static readonly Refusal StartNotKnown = new(
        "TERM_START_NOT_KNOWN",
        "Give termStart: the last term is over and no renewal filed in time is on record, so whether this one follows it at once is not known.",
        "termStart");

    public static readonly Refusal StartAmbiguous = new(
        "TERM_START_AMBIGUOUS", "Give termStart: terms on record contradict each other, so which one this one follows is not known.", "termStart");

    /// <summary>Terms of the same number of years differ by leap days, or by a February that ends on the 28th or 29th.</summary>
    private const int LeapDays = 3;

    public Guid StreamId => LicenseId.Value;

    /// <param name="rules">Null: the source states its terms and no rule book is asked.</param>
    public static Decision<LicenseFact> Decide(RenewLicense c, License? license, TermRules? rules = null)
    {
        if (license is null)
            return Refusals.UnknownId;
        if (license.KnownAt(null) is not { } known)
            return LicenseRules.GrantVoided;
        if (c.Term.StartsOn is null && Ambiguous(known))
            return StartAmbiguous;
        if ((c.Term.StartsOn ?? Following(known, rules?.Today)) is not { } start)
            return StartNotKnown;
        var previous = known.Terms.LastOrDefault(t => t.Term.ExpiresOn < start)?.Term;
        var appliedOn = known.Filings.LastOrDefault(f => previous?.StartsOn <= f.FiledOn && f.FiledOn <= start)?.FiledOn;
        var end = TermEnd.Of(rules, known.GrantedOn, start, c.Term.ExpiresOn, previous?.ExpiresOn, appliedOn, known.NumberOn(start));
        if (end.On is not { } expiresOn)
            return Decision<LicenseFact>.Refused(end.Check.Refusals.AsSpan());
        var decision = LicenseRules.Decide(license, new LicenseRenewed(new(start, expiresOn), ExpiryByRuleBook: end.ByRuleBook));
        return decision.Accepted ? decision.With(end.Check.Warnings) : decision;
    }

    internal static Check Judge(LicenseRenewed f, LicenseRecord others)
    {
        var previous = others.Terms.Where(t => t.ExpiresOn < f.Term.StartsOn).OrderBy(t => t.ExpiresOn).Select(t => (Term?)t).LastOrDefault();
        return Check.Begin
            .Term(f.Term, "termStart")
            .And(UncertainDays.Judge(f))
            .Refuse(others.Terms.Any(t => t.Overlaps(f.Term)), TermOverlaps)
            .Warn(previous?.ExpiresOn.DayNumber + 1 < f.Term.StartsOn.DayNumber, TermGap)
            .Warn(previous is { } p && Days(f.Term) + LeapDays < Days(p), TermShorter);
    }

    private static bool Ambiguous(LicenseTimeline license) =>
        license.Terms.MaxBy(t => t.Term.ExpiresOn) is { } last && license.Terms.Any(t => t != last && t.Term.Overlaps(last.Term));

    /// <summary>
    /// The day after the last term, if the renewal surely was in time: the term still runs, or it was filed for before its end. Null: it may have
    /// been late, and then the license was not in force from that day on.
    /// </summary>
    private static DateOnly? Following(LicenseTimeline license, DateOnly? today)
    {
        var last = license.Terms.MaxBy(t => t.Term.ExpiresOn)!.Term;
        var isInTime = today <= last.ExpiresOn || (today is { } day && TermFindings.PendingFilingOn(license, day) is not null);
        return isInTime ? last.ExpiresOn.AddDays(1) : null;
    }

    private static int Days(Term term) => term.ExpiresOn.DayNumber - term.StartsOn.DayNumber + 1;
}
