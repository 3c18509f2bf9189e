using System.Collections.Immutable;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Rosters;

namespace LicenseTracker.Api.Importing;

/// <summary>What became of one row, for reports. Of the row it holds the license number alone.</summary>
/// <param name="Facts">The stored names of the facts recorded.</param>
public sealed record RowVerdict(
    long Row, long Line, Verdict Verdict, string? Number, Guid? Therapist, Guid? License, ImmutableArray<string> Facts, ImmutableArray<RowReason> Reasons)
{
    /// <summary>Whether a person may want to see it: warnings alone are only counted.</summary>
    public bool IsNotable => Verdict is Verdict.Changed or Verdict.Review or Verdict.Refused || Reasons.Any(r => r.Kind != ReasonKind.Warning);
}

/// <summary>Why a row got its verdict, or what goes with it.</summary>
/// <param name="Column">The file's column; empty: the row as a whole.</param>
public sealed record RowReason(ReasonKind Kind, string Code, string Column, string Message)
{
    public static RowReason Of(ReasonKind kind, Refusal why, Profile profile) => new(kind, why.Code, ColumnOf(why, profile), why.Message);

    public static RowReason Of(ReviewItem item, Profile profile) => Of(ReasonKind.Review, item.Why, profile) with
    {
        Message = string.Join(' ', new[]
        {
            item.Why.Message, item.OnRecord is { } record ? $"On record: {record}." : null, item.InSource is { } source ? $"In the source: {source}." : null,
        }.OfType<string>()),
    };

    /// <summary>The column in which the field of a command stands.</summary>
    private static string ColumnOf(Refusal why, Profile profile)
    {
        var holds = why.Path.IsEmpty ? null : why.Path[0] switch
        {
            "ssn" => Holds.Ssn,
            "previousSsn" => Holds.PreviousSsn,
            "npi" => Holds.Npi,
            "number" => Holds.Number,
            "status" => Holds.Status,
            "profession" => Holds.Profession,
            "givenName" => Holds.GivenName,
            "middleName" => Holds.MiddleName,
            "familyName" => Holds.FamilyName,
            "suffix" => Holds.Suffix,
            "birthDate" => Holds.BirthDate,
            "grantedOn" => Holds.IssuedOn,
            "termStart" => profile.Column(Holds.RenewedOn) is null ? Holds.IssuedOn : Holds.RenewedOn,
            "expiresOn" => Holds.ExpiresOn,
            "disciplined" => Holds.Disciplined,
            "address" => Holds.Street,
            "email" => Holds.Email,
            "phone" => Holds.Phone,
            _ => (Holds?)null,
        };
        return holds is { } held ? profile.Column(held)?.Name ?? "" : "";
    }
}

public enum ReasonKind
{
    Refused,
    Review,
    Warning,
}

/// <summary>How many rows got which verdict.</summary>
public sealed record VerdictCounts(long Accepted, long Changed, long Unchanged, long Review, long Refused, long Facts)
{
    public static readonly VerdictCounts None = new(0, 0, 0, 0, 0, 0);

    public long Rows => Accepted + Changed + Unchanged + Review + Refused;

    public VerdictCounts Add(IEnumerable<RowVerdict> verdicts) => verdicts.Aggregate(this, (c, v) => (v.Verdict switch
    {
        Verdict.Accepted => c with { Accepted = c.Accepted + 1 },
        Verdict.Changed => c with { Changed = c.Changed + 1 },
        Verdict.Unchanged => c with { Unchanged = c.Unchanged + 1 },
        Verdict.Review => c with { Review = c.Review + 1 },
        _ => c with { Refused = c.Refused + 1 },
    }) with
    { Facts = c.Facts + v.Facts.Length });
}
