using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>One recorded term of a license and the renewal that it leads to, as far as the record tells which that is.</summary>
internal sealed class LicenseCycle
{
    /// <summary>No first term begins later after the grant than this: one that does was preceded by another.</summary>
    private const int FirstTermBeginsWithinMonths = 12;

    private readonly LicenseTimeline _license;

    private LicenseCycle(LicenseTimeline license, int place) => (_license, Place) = (license, place);

    /// <summary>The term's place among those on record; two of them may have the same days.</summary>
    public int Place { get; }

    public Term Term => Recorded.Term;

    /// <summary>The cycle before; null: there was none, or terms that nobody recorded may lie between.</summary>
    public LicenseCycle? Previous => Place > 0 && Recorded.Before is null ? new(_license, Place - 1) : null;

    private LicenseTerm Recorded => _license.Terms[Place];

    /// <summary>When the renewal was applied for; null: not yet, or nobody recorded it.</summary>
    private DateOnly? AppliedOn
    {
        get
        {
            DateOnly? until = Place + 1 < _license.Terms.Length ? _license.Terms[Place + 1].Term.StartsOn : null;
            return _license.Filings.LastOrDefault(f => Term.StartsOn <= f.FiledOn && !(f.FiledOn > until))?.FiledOn;
        }
    }

    /// <summary>The cycle of the term that holds a date, or else of the last one before it; null: the license had not begun.</summary>
    public static LicenseCycle? On(LicenseTimeline license, DateOnly date)
    {
        var index = license.Terms.Count(t => t.Term.StartsOn <= date) - 1;
        return index < 0 ? null : new(license, index);
    }

    /// <summary>The cycles of all terms on record, oldest first.</summary>
    public static IEnumerable<LicenseCycle> All(LicenseTimeline license) => license.Terms.Select((_, i) => new LicenseCycle(license, i));

    /// <summary>The window of hours and the dates beside it, under one version of the rules.</summary>
    public ComplianceCycle Under(RuleBookVersion version)
    {
        var start = Begin(Recorded, version);
        var asks = version.Cycle is CycleOfTerm or CycleFromPreviousTerm;
        var window = start is null && asks
            ? Figure<CycleWindow>.Unknown(version.Cycle.Citation, "When the term began is not known.")
            : CycleArithmetic.Window(version.Cycle, new(start ?? Term.StartsOn, Term.ExpiresOn), Previous?.Term, FirstExpiry(version));
        return ComplianceCycle.Of(window, Term, AppliedOn);
    }

    /// <summary>What a version asks of the license itself.</summary>
    /// <param name="credential">Its abbreviation; null: not known.</param>
    public LicenseCircumstances Circumstances(RuleBookVersion version, string? credential)
    {
        var first = IsFirstRecordedTheFirst(version);
        var isCounted = first is true && _license.Terms.Skip(1).Take(Place).All(t => t.Before is null);
        return new(_license.GrantedOn, isCounted ? Place + 1 : null, _license.NumberOn(Term.StartsOn), credential)
        {
            CycleAtLeast = Place + (first is false ? 2 : 1),
        };
    }

    private DateOnly? FirstExpiry(RuleBookVersion version) => IsFirstRecordedTheFirst(version) is true ? _license.Terms[0].Term.ExpiresOn : null;

    /// <summary>Whether the first term on record is the license's first; null: not known.</summary>
    private bool? IsFirstRecordedTheFirst(RuleBookVersion version)
    {
        var (first, granted) = (_license.Terms[0], _license.GrantedOn);
        if (first.Before is null)
            return first.Term.StartsOn <= granted.AddMonths(FirstTermBeginsWithinMonths);
        if (Months(version) is not { } months)
            return null;

        // A term counted back from its end begins before the license did, or so late after it that even a long first term was over.
        return granted >= CountedBack(first.Term, months) ? true : granted.AddMonths(2 * months) < first.Term.ExpiresOn ? false : null;
    }

    /// <summary>When a term began. A source that saw it running does not say so; the length of a term may tell. Null: not known.</summary>
    private DateOnly? Begin(LicenseTerm term, RuleBookVersion version)
    {
        if (term.Before is null)
            return term.Term.StartsOn;
        if (Months(version) is not { } months)
            return null;
        var counted = CountedBack(term.Term, months);
        var isFirst = term.FactId == _license.Terms[0].FactId ? IsFirstRecordedTheFirst(version) : false;
        return isFirst switch
        {
            true => _license.GrantedOn,
            false => counted < term.Term.StartsOn ? counted : term.Term.StartsOn,
            null => null,
        };
    }

    private static int? Months(RuleBookVersion version) => version.Renewal is { } renewal && renewal.PeriodMonths.TryGet(out var months) ? months : null;

    /// <summary>The first day of a term of so many months with the same last day; months end with their last days.</summary>
    private static DateOnly CountedBack(Term term, int months) => term.ExpiresOn.AddDays(1).AddMonths(-months);
}
