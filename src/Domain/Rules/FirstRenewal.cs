using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Rules;

/// <summary>What the first renewal of a license asks for. The set is closed: match on all.</summary>
/// <param name="IfLicensedUnderMonths">Only if the license was held for less than this; else everything is asked for. Null: always.</param>
public abstract record FirstRenewal(int? IfLicensedUnderMonths, Citation Citation, string? Note);

/// <summary>Everything.</summary>
public sealed record FullAtFirst(Citation Citation, string? Note) : FirstRenewal(null, Citation, Note);

/// <summary>No hours. What must be held (CPR, insurance) is still asked for.</summary>
/// <param name="Keeps">Codes of requirements of hours that hold nonetheless.</param>
public sealed record ExemptAtFirst(ImmutableArray<string> Keeps, int? IfLicensedUnderMonths, Citation Citation, string? Note)
    : FirstRenewal(IfLicensedUnderMonths, Citation, Note);

/// <summary>A smaller total.</summary>
/// <param name="Waives">Codes of requirements that are not asked for.</param>
public sealed record ReducedAtFirst(Figure<Hours> Total, ImmutableArray<string> Waives, int? IfLicensedUnderMonths, Citation Citation, string? Note)
    : FirstRenewal(IfLicensedUnderMonths, Citation, Note);

/// <summary>So many hours for each part of the cycle, begun or whole, in which the license was held.</summary>
/// <param name="MonthsPerPart">1: per month.</param>
/// <param name="AtMost">Null: no more than the full total.</param>
/// <param name="Waives">Codes of requirements that are not asked for.</param>
public sealed record ProratedAtFirst(
    int MonthsPerPart, Figure<Hours> PerPart, Hours? AtMost, ImmutableArray<string> Waives, Citation Citation, string? Note)
    : FirstRenewal(null, Citation, Note);

/// <summary>Hours for a license issued in one month of the cycle.</summary>
/// <param name="Year">The year of the cycle, from 1.</param>
public sealed record ChartRow(int Year, int Month, Figure<Hours> Hours);

/// <summary>A regulator's chart of hours by the month of issue.</summary>
public sealed record ChartedAtFirst(ImmutableArray<ChartRow> Rows, ImmutableArray<string> Waives, Citation Citation, string? Note)
    : FirstRenewal(null, Citation, Note);

/// <summary>Not known, or not settled between official texts.</summary>
public sealed record UnknownAtFirst(Citation Citation, string? Note) : FirstRenewal(null, Citation, Note);
