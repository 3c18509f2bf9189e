using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Rules;

/// <summary>How long a term is, when it ends, and what follows when nobody renews.</summary>
/// <param name="FirstTerm">Null: the first term has no rule of its own that is known.</param>
/// <param name="ApplicationDue">The last day to apply in time; null: not known, or the expiry itself.</param>
/// <param name="Late">Null: what follows an expiry is not known.</param>
public sealed record Renewal(
    Figure<int> PeriodMonths, ExpiryPattern Expiry, FirstTerm? FirstTerm, Deadline? ApplicationDue, LateRenewal? Late);

/// <summary>A day that is counted from the end of a term. The set is closed: match on all.</summary>
public abstract record Deadline(Citation Citation, string? Note);

/// <summary>So many days before the term ends.</summary>
public sealed record DaysBeforeExpiry(int Days, Citation Citation, string? Note) : Deadline(Citation, Note);

/// <summary>A day of the year, the last one on or before the day the term ends.</summary>
public sealed record DayOfYear(int Month, int Day, Citation Citation, string? Note) : Deadline(Citation, Note);

/// <summary>The first day of the month so many months before the month in which the term ends.</summary>
public sealed record FirstOfMonthBefore(int Months, Citation Citation, string? Note) : Deadline(Citation, Note);

/// <summary>What an expired license is while it can still be renewed, and after.</summary>
public enum LateStatus
{
    /// <summary>It may be renewed as if in time, or with a fee.</summary>
    Grace,

    /// <summary>Overdue; it can still be renewed or restored on terms.</summary>
    Delinquent,

    /// <summary>Null and void: only a new application helps.</summary>
    Lapsed,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>Whether an expired license lets its holder practise.</summary>
public enum LatePractice
{
    Allowed,
    Forbidden,

    /// <summary>Only with a conditional registration, which the regulator grants.</summary>
    WithConditionalRegistration,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>How long a stage lasts, counted from the end of the term. The set is closed: match on all.</summary>
public abstract record LateLimit;

public sealed record UntilDays(int Days) : LateLimit;

public sealed record UntilMonths(int Months) : LateLimit;

/// <summary>Until the day on which the term after the expired one would end.</summary>
public sealed record UntilNextExpiry : LateLimit;

/// <summary>For good.</summary>
public sealed record Unlimited : LateLimit;

/// <summary>One rung of the ladder after an expiry.</summary>
/// <param name="Word">What the regulator calls it.</param>
/// <param name="Fee">What renewing in this stage costs more, in the regulator's terms.</param>
public sealed record LateStage(LateStatus Status, string? Word, LateLimit Until, LatePractice Practice, string? Fee, string? Note);

/// <summary>The ladder after an expiry, first stage first; each begins where the one before ends.</summary>
/// <param name="After">What the license is after the last stage.</param>
/// <param name="PenaltyHoursPerMonth">Hours of CE added for each month practised while expired; null: none are known.</param>
public sealed record LateRenewal(
    ImmutableArray<LateStage> Stages, LateStatus After, Figure<Hours>? PenaltyHoursPerMonth, Citation Citation, string? Note);
