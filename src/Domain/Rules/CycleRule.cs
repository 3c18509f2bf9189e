using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Rules;

/// <summary>In which window the CE of a renewal must be earned: not always the license's term. The set is closed: match on all.</summary>
/// <param name="Due">The last day to earn it where that is before the term ends; null: the end of the window.</param>
public abstract record CycleRule(Deadline? Due, Citation Citation, string? Note);

/// <summary>The license's term.</summary>
public sealed record CycleOfTerm(Deadline? Due, Citation Citation, string? Note) : CycleRule(Due, Citation, Note);

/// <summary>So many months that end when the term ends, however long the term.</summary>
public sealed record CycleBeforeExpiry(int Months, Deadline? Due, Citation Citation, string? Note) : CycleRule(Due, Citation, Note);

/// <summary>From a day in the last year of the term before until the term ends: hours may be earned ahead.</summary>
public sealed record CycleFromPreviousTerm(int Month, int Day, Deadline? Due, Citation Citation, string? Note) : CycleRule(Due, Citation, Note);

/// <summary>Spans of the calendar that are the same for all licensees.</summary>
/// <param name="Month">The month in which a span begins.</param>
/// <param name="Like">A year in which a span began.</param>
public sealed record CycleByCalendar(int Month, int Day, int EveryYears, int Like, Citation Citation, string? Note) : CycleRule(null, Citation, Note);

/// <summary>Several terms together, counted from the first renewal.</summary>
public sealed record CycleOfTerms(int Months, Citation Citation, string? Note) : CycleRule(null, Citation, Note);

/// <summary>So many months, but where they begin is not known.</summary>
public sealed record CycleUnknown(int? Months, Citation Citation, string? Note) : CycleRule(null, Citation, Note);
