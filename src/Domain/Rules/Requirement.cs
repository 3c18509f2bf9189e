using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Rules;

/// <summary>What every requirement says of itself.</summary>
/// <param name="Code">Stable within its jurisdiction: the same demand keeps its code through all versions.</param>
/// <param name="Title">One phrase for a person.</param>
/// <param name="Citation">Where its figures stand, and how well they are known.</param>
/// <param name="Window">When it holds inside its version, by the version's selector; null: always.</param>
/// <param name="Note">What a reader must know beside the figures.</param>
public sealed record Heading(
    string Code, string Title, Citation Citation, Effective? Window, Applicability Applies, string? Note);

/// <summary>One demand of a rule book on continuing education or on what must be held at renewal. The set is closed: match on all.</summary>
public abstract record Requirement
{
    private protected Requirement(Heading heading) => Heading = heading;

    public Heading Heading { get; }

    public string Code => Heading.Code;
}

/// <summary>So many hours in the cycle.</summary>
/// <param name="Parts">
/// Not empty: the total is made of the requirements with these codes and of nothing else; an hour fills one of them only, up to its figure.
/// </param>
public sealed record TotalHours(Heading Heading, Figure<Hours> Minimum, ImmutableArray<string> Parts) : Requirement(Heading);

/// <summary>So many hours for each month from a date on until the renewal is due.</summary>
public sealed record AccruedHours(Heading Heading, Figure<Hours> PerMonth, DateOnly Since) : Requirement(Heading);

/// <summary>Whether the hours of a minimum are part of the total.</summary>
public enum Counting
{
    WithinTotal,
    OnTopOfTotal,

    /// <summary>The text does not say.</summary>
    Unknown,
}

/// <summary>At least so much of a kind: a category, a format, a provider, or any mixture.</summary>
/// <param name="Inside">The code of the requirement within whose hours these must lie; null: they lie anywhere.</param>
/// <param name="HandsOnPercentOfCourse">A course counts only if this share of it is hands-on.</param>
public sealed record AtLeast(
    Heading Heading, CreditFilter Of, Figure<Amount> Amount, Counting Counting, string? Inside, int? HandsOnPercentOfCourse) : Requirement(Heading);

/// <summary>At most so much of a kind counts; more is worth nothing.</summary>
/// <param name="Inside">The code of the requirement within which the limit acts; null: within the total.</param>
public sealed record AtMost(Heading Heading, CreditFilter Of, Figure<Amount> Amount, string? Inside) : Requirement(Heading);

/// <summary>At most so many hours of one day count.</summary>
public sealed record AtMostPerDay(Heading Heading, Figure<Hours> Hours) : Requirement(Heading);

/// <summary>Hours of one kind count only where they are of another kind too: from approved providers only, techniques hands-on only.</summary>
public sealed record OnlyWhere(Heading Heading, CreditFilter Of, CreditFilter Must) : Requirement(Heading);

/// <summary>The same course counts once in a span.</summary>
/// <param name="Months">The span in months; null: the cycle.</param>
public sealed record NoRepeat(Heading Heading, int? Months) : Requirement(Heading);

/// <summary>A training must have been completed, whatever its length.</summary>
/// <param name="Of">Any one credit that fits is enough.</param>
public sealed record TrainingDone(Heading Heading, CreditFilter Of, Counting Counting) : Requirement(Heading);

/// <summary>What a licensee can be asked to hold beside the license.</summary>
public enum HeldCredential
{
    Cpr,
    FirstAid,

    /// <summary>Proficiency with an automated external defibrillator.</summary>
    Aed,
    BasicLifeSupport,
    LiabilityInsurance,
    FingerprintClearance,
    BackgroundCheck,

    /// <summary>Certification by the National Certification Board for Therapeutic Massage and Bodywork.</summary>
    NationalCertification,
}

/// <summary>All of these must be held at renewal.</summary>
/// <param name="Credit">Hours that holding it adds to the total; null: none are named.</param>
/// <param name="Counting">Whether hours spent on it may count toward the total.</param>
public sealed record CredentialHeld(
    Heading Heading, ImmutableArray<HeldCredential> Credentials, Figure<Hours>? Credit, Counting Counting) : Requirement(Heading);

/// <summary>Who holds this needs none of the hours that it stands for.</summary>
/// <param name="InsteadOf">Codes of the requirements that it satisfies.</param>
public sealed record Alternative(Heading Heading, HeldCredential Credential, ImmutableArray<string> InsteadOf) : Requirement(Heading);

/// <summary>A duty that no record here can show as done; it is told, not judged.</summary>
public sealed record Duty(Heading Heading, string Text) : Requirement(Heading);
