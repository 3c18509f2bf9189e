using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Whether rules bind this license in this cycle. Null: what that depends on is not known.</summary>
internal static class Applies
{
    /// <summary>Where it is not known which of several dates chooses, a span holds if it holds all of them.</summary>
    public static bool? InForce(Effective? window, ImmutableArray<DateOnly?> dates)
    {
        if (window is null or { From: null, To: null })
            return true;
        var holds = dates.OfType<DateOnly>().Select(window.Contains).Distinct().ToArray();
        return holds.Length == 1 ? holds[0] : null;
    }

    public static bool? Binds(Requirement requirement, ComplianceQuestion question) =>
        InForce(requirement.Heading.Window, question.Cycle.Dates(question.On).By(question.Rules.Selector))
        & Binds(requirement.Heading.Applies, question);

    /// <summary>Whether an exception for a time acts in the cycle.</summary>
    public static bool? Acts(RuleOverride change, ComplianceQuestion question) =>
        InForce(change.Effective, question.Cycle.Dates(question.On).By(change.Selector)) & HasParity(change.LicenseNumber, question.License.Number);

    private static bool? HasParity(NumberParity? parity, string? number) =>
        parity is null ? true
        : Parity.Of(number) is { } known ? known == parity
        : null;

    private static bool? Binds(Applicability applies, ComplianceQuestion question)
    {
        var license = question.License;
        bool? credential = applies.Credentials.IsEmpty ? true : license.Credential is { } held ? applies.Credentials.Contains(held) : null;
        return credential
            & IsOccasion(applies.Occasion, license)
            & IsTenured(applies, YearsActive(license.LicensedSince, question.Cycle.LastDay))
            & HasParity(applies.LicenseNumber, license.Number);
    }

    private static bool? IsOccasion(Occasion occasion, LicenseCircumstances license) => occasion.Kind switch
    {
        OccasionKind.FirstRenewal => license.LeadsTo(1),
        OccasionKind.SecondRenewal => license.LeadsTo(2),
        _ => true,
    };

    private static bool? IsTenured(Applicability applies, int? years) =>
        applies is { YearsActiveFrom: null, YearsActiveBelow: null } ? true
        : years is null ? null
        : years >= (applies.YearsActiveFrom ?? 0) && years < (applies.YearsActiveBelow ?? int.MaxValue);

    /// <summary>Whole years held by the day the renewal is due.</summary>
    private static int? YearsActive(DateOnly? since, DateOnly? due)
    {
        if (since is not { } from || due is not { } to)
            return null;
        var years = to.Year - from.Year;
        return from.AddYears(years) > to ? years - 1 : years;
    }
}
