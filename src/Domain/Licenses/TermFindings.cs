using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Licenses;

/// <summary>What the terms of a license say about a date: not yet, in force, conditionally in force, pending renewal or expired.</summary>
public static class TermFindings
{
    /// <summary>The code of the reason that no term holds the date and one has ended.</summary>
    public const string Expired = "LICENSE_EXPIRED";

    internal static IEnumerable<Finding> On(LicenseTimeline license, DateOnly date)
    {
        var all = license.Terms.Concat(license.ConditionalTerms);
        var begun = all.Where(t => t.Term.StartsOn <= date).ToImmutableArray();
        if (date < license.GrantedOn || begun.IsEmpty)
            return [Untold(license, Standing.Pending, date) ?? NotYet(license, all.Min(t => t.Term.StartsOn))];

        var conditional = begun.Where(t => t.Condition is not null && t.Term.Contains(date)).Select(Conditional);
        var ordinary = begun.Where(t => t.Condition is null && t.Term.Contains(date)).ToImmutableArray();
        if (!ordinary.IsEmpty)
            return conditional.Append(InForce(license, ordinary, date));
        if (conditional.Any())
            return conditional;
        var ended = Ended(license, begun, date);
        return [ended.Authority == Authority.None ? Untold(license, Standing.Expired, date) ?? ended : ended];
    }

    /// <summary>What a renewal that is still pending leaves of authority where the state's book says yes, no or nothing (null).</summary>
    public static Authority WhilePending(bool? authorityContinues) => authorityContinues switch
    {
        true => Authority.Full,
        false => Authority.None,
        null => Authority.Unknown,
    };

    /// <summary>The renewal filed in time that is still pending on a date after the last term; null: none is.</summary>
    internal static RenewalFiling? PendingFilingOn(LicenseTimeline license, DateOnly date)
    {
        var begun = license.Terms.Concat(license.ConditionalTerms).Where(t => t.Term.StartsOn <= date).ToImmutableArray();
        return begun.IsEmpty ? null : PendingFiling(license, begun, begun.Max(t => t.Term.ExpiresOn), date);
    }

    /// <summary>A source named a term and none before it: what was on these days is neither in force nor expired, it is unknown.</summary>
    private static Finding? Untold(LicenseTimeline license, Standing standing, DateOnly date)
    {
        if (date < license.GrantedOn || license.Terms.FirstOrDefault(t => t.Before?.Contains(date) == true) is not { Before: { } untold })
            return null;
        return Finding.Of(
            standing,
            Authority.Unknown,
            "TERM_HISTORY_UNKNOWN",
            $"The source begins with the term from {untold.CertainFrom.Iso()}; whether the license was in force before, since {untold.PossiblySince.Iso()}, is not on record.",
            untold.Evidence);
    }

    private static Finding NotYet(LicenseTimeline license, DateOnly firstDay)
    {
        var from = firstDay > license.GrantedOn ? firstDay : license.GrantedOn;
        return Finding.Of(
            Standing.Pending, Authority.None, "LICENSE_NOT_YET_IN_FORCE", $"The license is not in force before {from.Iso()}.", license.GrantEvidence);
    }

    private static Finding InForce(LicenseTimeline license, ImmutableArray<LicenseTerm> covering, DateOnly date)
    {
        // Terms that begin on one day and end on different ones contradict each other on the days that only some of them hold.
        var agreed = covering.Where(c => license.Terms.All(t => t.Term.StartsOn != c.Term.StartsOn || t.Term.Contains(date))).ToImmutableArray();
        if (agreed.IsEmpty)
        {
            var start = covering[^1].Term.StartsOn;
            return Finding.Of(
                Standing.Expired,
                Authority.Unknown,
                "TERM_CONFLICT",
                $"Terms that begin on {start.Iso()} are recorded with different last days; until one is corrected or voided it is unknown which holds.",
                license.Terms.Where(t => t.Term.StartsOn == start).SelectMany(t => t.Evidence));
        }

        var term = agreed.MaxBy(t => t.Term.ExpiresOn)!;
        return Finding.Of(
            Standing.Active,
            Authority.Full,
            "LICENSE_IN_FORCE",
            $"The license is in its term from {term.Term.StartsOn.Iso()} through {term.Term.ExpiresOn.Iso()}.",
            term.Evidence);
    }

    private static Finding Conditional(LicenseTerm term) => Finding.Of(
        Standing.Restricted,
        Authority.Limited,
        "LICENSE_CONDITIONALLY_REGISTERED",
        $"The board registered the licensee through {term.Term.ExpiresOn.Iso()} on a condition: {term.Condition}.",
        term.Evidence);

    private static Finding Ended(LicenseTimeline license, ImmutableArray<LicenseTerm> begun, DateOnly date)
    {
        var last = begun.MaxBy(t => t.Term.ExpiresOn)!;
        var expiry = last.Term.ExpiresOn;
        if (PendingFiling(license, begun, expiry, date) is not { } filing)
        {
            return Finding.Of(
                Standing.Expired, Authority.None, Expired, $"The license expired at the end of {expiry.Iso()} and no later term was in force.", last.Evidence);
        }

        // The researched answer is the massage board's; of the other professions nothing is known.
        var continues = license.Profession == Profession.MassageTherapist
            ? JurisdictionInfo.Of(license.Jurisdiction).AuthorityContinuesWhileRenewalPending
            : (bool?)null;
        var authority = WhilePending(continues);
        if (authority == Authority.Full && last.Condition is not null)
            authority = Authority.Limited;
        var (code, effect) = authority switch
        {
            Authority.None => ("RENEWAL_PENDING_WITHOUT_AUTHORITY", "there is no authority to practise while it is pending"),
            Authority.Unknown => ("RENEWAL_PENDING_AUTHORITY_UNKNOWN", "whether authority continues while it is pending is not known"),
            _ => ("RENEWAL_PENDING", "authority continues while it is pending"),
        };
        return Finding.Of(
            Standing.Pending,
            authority,
            code,
            $"The license expired at the end of {expiry.Iso()}; its renewal was filed on {filing.FiledOn.Iso()} and {effect}.",
            [.. last.Evidence, .. filing.Evidence]);
    }

    /// <summary>
    /// A filing made by the expiry is pending until a term begins or the board ends it; a term from the day of filing answers it too, unless it
    /// is over with that day: rosters that name no renewal date give such a term, and it is the one to be renewed.
    /// </summary>
    private static RenewalFiling? PendingFiling(LicenseTimeline license, ImmutableArray<LicenseTerm> begun, DateOnly expiry, DateOnly date) =>
        license.Filings.LastOrDefault(f => f.FiledOn <= expiry
            && begun.All(t => t.Term.StartsOn < f.FiledOn || t.Term == new Term(f.FiledOn, f.FiledOn))
            && !license.FilingEnds.Any(end => f.FiledOn <= end && end <= date));
}
