using System.Collections.Immutable;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Compliance;

/// <summary>A credit as compliance sees it: what was declared, in the words of the rule books, and whether it was verified.</summary>
/// <param name="IsVerified">False: it waits for review. Rejected, withdrawn and revoked credits are no credits here.</param>
/// <param name="Course">The same for two completions of one course.</param>
/// <param name="Hours">Hours by category as declared, each category once.</param>
/// <param name="HandsOn">How much of all hours was practised by hand; null: not said.</param>
/// <param name="HourMinutes">Minutes of the declared hours.</param>
/// <param name="Unit">What is counted where it is not hours, as <c>semester_hour</c>; null: hours.</param>
/// <param name="ProviderKinds">Codes of kinds of provider that this one is known to be of.</param>
/// <param name="LawOf">The jurisdiction whose law was taught; null: not said.</param>
/// <param name="StartedOn">The first day of the course; null: not said.</param>
public sealed record JudgedCredit(
    CreditId Id,
    bool IsVerified,
    string Course,
    DateOnly CompletedOn,
    ImmutableArray<CategoryHours> Hours,
    Hours? HandsOn,
    int HourMinutes,
    string? Unit,
    Delivery Delivery,
    ImmutableArray<string> ProviderKinds,
    string Activity,
    Jurisdiction? LawOf,
    DateOnly? StartedOn = null)
{
    /// <summary>Codes of kinds of provider that this one may be of: the declaration does not tell.</summary>
    public ImmutableArray<string> PossibleProviderKinds { get; init; } = [];

    /// <summary>All hours, as declared.</summary>
    public Hours Declared => new(Hours.Sum(h => h.Hours.Hundredths));

    /// <summary>The credit that a record is for compliance; null: it counts for nothing.</summary>
    /// <param name="providerKinds">The kinds that the provider is of, by who approved it.</param>
    public static JudgedCredit? Of(CreditRecord record, Func<Provider, ProviderKinds> providerKinds)
    {
        if (record.Status is not (CreditStatus.Verified or CreditStatus.Submitted))
            return null;
        var declared = record.Declaration;
        var kinds = providerKinds(declared.Provider);
        return new(
            record.Id,
            record.Status is CreditStatus.Verified,
            TextKey.Of(declared.Provider.Name) + "/" + TextKey.Of(declared.CourseNumber ?? declared.CourseTitle),
            declared.CompletedOn,
            [.. declared.Hours.GroupBy(h => h.Category).Select(g => new CategoryHours(g.Key, new(g.Sum(h => h.Hours.Hundredths))))],
            declared.HandsOn,
            declared.HourMinutes,
            null,
            declared.Delivery,
            kinds.Known,
            declared.Activity,
            declared.LawOf,
            declared.StartedOn)
        {
            PossibleProviderKinds = kinds.Possible,
        };
    }
}
