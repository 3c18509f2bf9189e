using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Rosters;

/// <summary>A later expiry is a renewal, another number a change of number; an earlier expiry is for a person to judge.</summary>
internal static class TermDifference
{
    public static void Add(RosterDraft draft, RosterRow row)
    {
        var license = draft.Timeline!;
        Number(draft, row, license);

        var last = license.Terms.Max(t => t.Term.ExpiresOn);
        if (row.ExpiresOn < last)
            draft.Review(Review.ExpiryShortened, last.Iso(), row.ExpiresOn.Iso());
        else if (row.ExpiresOn > last)
            Renewal(draft, row, last);
    }

    private static void Number(RosterDraft draft, RosterRow row, LicenseTimeline license)
    {
        if (row.Number is not { } number)
            return;
        var key = LicenseNumber.Normalise(number);
        if (!license.Numbers.Any(n => LicenseNumber.Normalise(n) == key))
            draft.Record(new LicenseNumberChanged(number, row.RetrievedOn));
        else if (LicenseNumber.Normalise(license.NumberOn(row.RetrievedOn)) != key)
            draft.Review(Review.FormerNumber, license.NumberOn(row.RetrievedOn), number);
    }

    /// <summary>
    /// The new term begins when the source says, else on the day the source was read, and never before the last one has ended. What was
    /// between the two no source tells, unless it agreed meanwhile that the license had expired.
    /// </summary>
    private static void Renewal(RosterDraft draft, RosterRow row, DateOnly last)
    {
        var next = last.AddDays(1);
        var start = row.RenewedOn ?? row.RetrievedOn;
        if (start < next)
            start = next;
        if (start > row.ExpiresOn && row.RenewedOn is null)
            draft.Review(Review.RenewalUndated, last.Iso(), row.ExpiresOn.Iso());
        else
            draft.Record(new LicenseRenewed(new(start, row.ExpiresOn), Untold(draft, next, start)));
    }

    private static DateOnly? Untold(RosterDraft draft, DateOnly next, DateOnly start)
    {
        var since = draft.License!.AgreedOn is { } agreed && agreed >= next && agreed < start ? agreed.AddDays(1) : next;
        return since < start ? since : null;
    }
}
