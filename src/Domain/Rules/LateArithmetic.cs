using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Rules;

/// <summary>What an expired license is on a day.</summary>
/// <param name="Word">What the regulator calls it.</param>
/// <param name="Since">The first day of this stage.</param>
/// <param name="Until">The last day of this stage; null: it has no end, or none that is known.</param>
/// <param name="Citation">Null: no rule of what follows an expiry is known.</param>
public sealed record LateStanding(
    LateStatus Status, LatePractice Practice, string? Word, string? Fee, DateOnly Since, DateOnly? Until, Citation? Citation, string? Note);

/// <summary>Climbs the ladder of late renewal.</summary>
public static class LateArithmetic
{
    /// <summary>Null: on this day the term has not yet ended.</summary>
    /// <param name="nextExpiry">The day on which the term after the expired one would end.</param>
    public static LateStanding? On(Renewal renewal, DateOnly expiredOn, Figure<DateOnly> nextExpiry, DateOnly on)
    {
        if (on <= expiredOn)
            return null;
        var since = expiredOn.AddDays(1);
        if (renewal.Late is not { } late)
            return new(LateStatus.Unknown, LatePractice.Unknown, null, null, since, null, null, "What follows an expiry is not known.");
        foreach (var stage in late.Stages)
        {
            var (until, isKnown) = End(stage.Until, expiredOn, nextExpiry);
            if (!isKnown)
                return new(LateStatus.Unknown, stage.Practice, stage.Word, stage.Fee, since, null, late.Citation, "How long it lasts cannot be reckoned.");
            if (until is null || on <= until)
                return new(stage.Status, stage.Practice, stage.Word, stage.Fee, since, until, late.Citation, stage.Note ?? late.Note);
            since = until.Value.AddDays(1);
        }

        var practice = late.After == LateStatus.Lapsed ? LatePractice.Forbidden : LatePractice.Unknown;
        return new(late.After, practice, null, null, since, null, late.Citation, late.Note);
    }

    /// <summary>The first day of each stage but the first, as far as it can be reckoned.</summary>
    public static IEnumerable<DateOnly> Steps(Renewal renewal, DateOnly expiredOn, Figure<DateOnly> nextExpiry) =>
        (renewal.Late?.Stages ?? []).Select(s => End(s.Until, expiredOn, nextExpiry).Until?.AddDays(1)).OfType<DateOnly>();

    private static (DateOnly? Until, bool IsKnown) End(LateLimit limit, DateOnly expiredOn, Figure<DateOnly> nextExpiry) => limit switch
    {
        UntilDays days => (expiredOn.AddDays(days.Days), true),
        UntilMonths months => (expiredOn.AddMonths(months.Months), true),
        UntilNextExpiry => nextExpiry.TryGet(out var next) ? (next, true) : (null, false),
        _ => (null, true),
    };
}
