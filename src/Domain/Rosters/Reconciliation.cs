using System.Collections.Immutable;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Rosters;

/// <summary>What became of one row of a roster.</summary>
public enum Verdict
{
    /// <summary>A new license came on record.</summary>
    Accepted,

    /// <summary>Facts were recorded by difference.</summary>
    Changed,

    /// <summary>The record says the same already.</summary>
    Unchanged,

    /// <summary>Nothing was recorded: a person must look.</summary>
    Review,

    /// <summary>Nothing was recorded: the row cannot be right.</summary>
    Refused,
}

/// <summary>The facts by which the record comes to say what a row says, and what of the row must be left to a person.</summary>
/// <param name="Person">The person with the new facts; null: the row was refused and there was none.</param>
/// <param name="License">The license with the new facts.</param>
public sealed record Reconciliation(
    Verdict Verdict, ImmutableArray<TherapistFact> TherapistFacts, ImmutableArray<LicenseFact> LicenseFacts, ImmutableArray<ReviewItem> Reviews,
    ImmutableArray<Refusal> Refusals, ImmutableArray<Refusal> Warnings, KnownPerson? Person, KnownLicense? License)
{
    public static Reconciliation Refused(params IEnumerable<Refusal> refusals) => new(Verdict.Refused, [], [], [], [.. refusals], [], null, null);

    public static Reconciliation ForReview(ReviewItem item) => new(Verdict.Review, [], [], [item], [], [], null, null);
}
