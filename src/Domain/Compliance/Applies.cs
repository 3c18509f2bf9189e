using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Whether rules bind this license in this cycle. Null: what that depends on is not known.</summary>
internal static class Applies
{
    public static bool? InForce(Effective? window, DateOnly? date) =>
        window is null ? true : date is { } known ? window.Contains(known) : null;

    public static bool? Binds(Requirement requirement, ComplianceQuestion question) =>
        InForce(requirement.Heading.Window, question.Cycle.By(question.Rules.Selector, question.On))
        & Binds(requirement.Heading.Applies, question);

    public static bool? HasParity(NumberParity? parity, string? number) =>
        parity is null ? true
        : number?.LastOrDefault(char.IsAsciiDigit) is { } digit and not '\0' ? (digit % 2 == 0) == (parity is NumberParity.Even)
        : null;

    private static bool? Binds(Applicability applies, ComplianceQuestion question)
    {
        var license = question.License;
        bool? credential = applies.Credentials.IsEmpty ? true : license.Credential is { } held ? applies.Credentials.Contains(held) : null;
        return credential
            & IsOccasion(applies.Occasion, license.Cycle)
            & IsTenured(applies, YearsActive(license.LicensedSince, question.Cycle.LastDay))
            & HasParity(applies.LicenseNumber, license.Number);
    }

    private static bool? IsOccasion(Occasion occasion, int? cycle) => occasion.Kind switch
    {
        OccasionKind.FirstRenewal => cycle is null ? null : cycle == 1,
        OccasionKind.SecondRenewal => cycle is null ? null : cycle == 2,
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
