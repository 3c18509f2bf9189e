namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that the board extended a license by one term.</summary>
/// <remarks>A registry records what boards did: a gap or an odd length is a warning, never a refusal.</remarks>
public sealed record RenewLicense(LicenseId LicenseId, Term Term, long Version) : IChange
{
    public static readonly Refusal TermOverlaps =
        new("TERM_OVERLAPS", "This term overlaps another one. If that one was recorded wrongly, correct it.", "termStart");

    public static readonly Refusal TermGap =
        new("TERM_GAP", "There are days between the last term and this one; on them the license was expired.", "termStart");

    public static readonly Refusal TermShorter =
        new("TERM_SHORTER", "This term is shorter than the one before. Check its last day.", "expiresOn");

    /// <summary>Terms of the same number of years differ by leap days, or by a February that ends on the 28th or 29th.</summary>
    private const int LeapDays = 3;

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(RenewLicense c, License? license) => LicenseRules.Decide(license, new LicenseRenewed(c.Term));

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

    private static int Days(Term term) => term.ExpiresOn.DayNumber - term.StartsOn.DayNumber + 1;
}
