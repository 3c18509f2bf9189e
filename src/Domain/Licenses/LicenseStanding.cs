using System.Globalization;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Licenses;

/// <summary>One thing that acts on a license on a date. A null standing leaves standing to the others.</summary>
internal sealed record Finding(Standing? Standing, Authority Authority, Reason Reason)
{
    public static Finding Of(Standing? standing, Authority authority, string code, string message, IEnumerable<FactId> evidence) =>
        new(standing, authority, Reason.Of(code, OutcomeOf(authority), message, evidence));

    private static ReasonOutcome OutcomeOf(Authority authority) => authority switch
    {
        Authority.None => ReasonOutcome.Blocking,
        Authority.Unknown => ReasonOutcome.Unknown,
        Authority.Limited => ReasonOutcome.Condition,
        _ => ReasonOutcome.Satisfied,
    };
}

/// <summary>Judges a license on a date: the strongest standing, the weakest authority, and every reason.</summary>
internal static class LicenseStanding
{
    public static StandingOnDate On(LicenseTimeline license, DateOnly date)
    {
        Finding[] findings =
        [
            .. TermFindings.On(license, date),
            .. EncumbranceFindings.On(license, date),
            .. Switched(license.Inactive, date, Standing.Inactive, "LICENSE_INACTIVE", "The license is inactive by the licensee's choice since {0}."),
            .. Switched(
                license.Closed, date, Standing.Closed, "LICENSE_CLOSED", "The board closed the license on {0} for an administrative reason, which is not discipline."),
            .. Possibly(license.PossiblyInactive, license.Inactive, date, "INACTIVITY_START_UNKNOWN", "inactive"),
            .. Possibly(license.PossiblyClosed, license.Closed, date, "CLOSURE_START_UNKNOWN", "closed"),
            .. Conflicts(license, date),
        ];
        return new(
            findings.Min(f => f.Standing)!.Value,
            findings.Min(f => f.Authority),
            date,
            [
                .. findings.Select(f => f.Reason).OrderBy(r => r.Outcome).ThenBy(r => r.Code, StringComparer.Ordinal)
                    .ThenBy(r => r.Message, StringComparer.Ordinal).ThenBy(r => r.Evidence.IsEmpty ? Guid.Empty : r.Evidence[0].Value),
            ]);
    }

    /// <summary>Dates in messages are ISO 8601, the same everywhere.</summary>
    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<Finding> Switched(Dated<bool> state, DateOnly date, Standing standing, string code, string message)
    {
        if (state.On(date) is { IsConflict: false } governing && governing.Readings[0])
            yield return Finding.Of(standing, Authority.None, code, string.Format(CultureInfo.InvariantCulture, message, governing.Since.Iso()), governing.Evidence);
    }

    private static IEnumerable<Finding> Possibly(IEnumerable<UncertainDays> days, Dated<bool> state, DateOnly date, string code, string what)
    {
        if (state.On(date) is { IsConflict: false } governing && governing.Readings[0])
            yield break;
        foreach (var possible in days.Where(d => d.Contains(date)))
        {
            yield return Finding.Of(
                null,
                Authority.Unknown,
                code,
                $"A source called the license {what} on {possible.CertainFrom.Iso()} and not since when: it may have been so from {possible.PossiblySince.Iso()} on.",
                possible.Evidence);
        }
    }

    private static IEnumerable<Finding> Conflicts(LicenseTimeline license, DateOnly date)
    {
        if (license.Inactive.On(date) is { IsConflict: true } inactive)
            yield return Conflict("INACTIVITY_CONFLICT", "made inactive and reactivated", inactive);
        if (license.Closed.On(date) is { IsConflict: true } closed)
            yield return Conflict("CLOSURE_CONFLICT", "closed and reopened", closed);
        if (license.CompactAuthority.On(date) is { IsConflict: true } compact)
            yield return Conflict("COMPACT_AUTHORITY_CONFLICT", "given compact authority and deprived of it", compact);
        if (license.HomeStates.On(date) is { IsConflict: true } home)
            yield return Conflict("HOME_STATE_CONFLICT", "moved to different home states", home);
        if (license.NumberChanges.On(date) is { IsConflict: true } number
            && number.Readings.Select(LicenseNumber.Normalise).Distinct(StringComparer.Ordinal).Count() > 1)
            yield return Conflict("LICENSE_NUMBER_CONFLICT", "given different numbers", number);
    }

    private static Finding Conflict<T>(string code, string what, Governing<T> governing) => Finding.Of(
        null,
        Authority.Unknown,
        code,
        $"The license is recorded as {what} on one date, {governing.Since.Iso()}; until one record is corrected or voided it is unknown which holds.",
        governing.Evidence);
}
