using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Compliance;

/// <summary>What a requirement counts.</summary>
public enum RequirementKind
{
    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Something held beside the license.</summary>
    Credential,

    /// <summary>A course taken, whatever its length.</summary>
    Course,

    /// <summary>How much counts at most, or what counts at all.</summary>
    Limit,
}

/// <summary>How a requirement stands.</summary>
public enum RequirementState
{
    /// <summary>Met by verified credits and what is held.</summary>
    Satisfied,

    /// <summary>Not met, even if every pending credit were verified.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The field's word.")]
    Short,

    /// <summary>Met once the pending credits are verified.</summary>
    Pending,

    /// <summary>Not asked for: by an exemption, a waiver, an alternative or the rule of the first renewal.</summary>
    Exempt,

    /// <summary>What it rests on is unknown, and that decides.</summary>
    Unknown,
}

/// <summary>How one requirement stands. Figures are null where they are unknown or the requirement is not counted in hours.</summary>
/// <param name="Required">Hours asked for; for a limit, what counts at most.</param>
/// <param name="Earned">Verified hours used toward it; never more than required.</param>
/// <param name="Pending">What it would gain if all pending credits were verified.</param>
/// <param name="Shortfall">Required hours that no verified credit covers.</param>
/// <param name="Message">One sentence for a person.</param>
public sealed record RequirementStatus(
    string Code, string Title, RequirementKind Kind, RequirementState State, Hours? Required, Hours? Earned, Hours? Pending, Hours? Shortfall,
    Citation Citation, string Message);

/// <summary>Hours of one credit that count toward one requirement.</summary>
/// <param name="Credit">Null: the hours were carried in or come with a credential.</param>
public sealed record CreditUse(CreditId? Credit, string Requirement, Hours Hours);

/// <summary>Hours of a credit that do not count, and why.</summary>
/// <param name="Requirement">The requirement that refuses them; null: no one requirement does.</param>
/// <param name="Code">Stable code, <c>CREDIT_REASON</c>.</param>
/// <param name="Message">One sentence for a person.</param>
public sealed record CreditRefusal(CreditId Credit, string? Requirement, Hours Hours, string Code, string Message);

/// <summary>An exemption that changed the report.</summary>
public sealed record ExemptionApplied(ExemptionId Id, string Requirement);

/// <summary>What the book says beside what can be judged: duties, alternatives open.</summary>
/// <param name="Code">Its code in the rule book.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Text">What to do, or what would do instead.</param>
/// <param name="Citation">Where it stands, and how well it is known.</param>
public sealed record ComplianceNote(string Code, string Title, string Text, Citation Citation);

/// <summary>Whether a cycle's CE is done under one version of one rule book: every figure, where it stands in law, and which credit served what.</summary>
/// <param name="RuleBookVersion">The id of the version that judged.</param>
/// <param name="Satisfied">Null: undetermined, something that decides is unknown.</param>
/// <param name="DueOn">The last day to earn what is missing.</param>
/// <param name="CarriedIn">Hours left over from earlier cycles; null: how many is unknown.</param>
/// <param name="CarriedOut">Hours left over for the next cycle; null: whether any are is unknown.</param>
public sealed record ComplianceReport(
    string RuleBookVersion,
    bool? Satisfied,
    DateOnly? CycleStart,
    DateOnly? CycleEnd,
    DateOnly? DueOn,
    ImmutableArray<RequirementStatus> Requirements,
    ImmutableArray<CreditUse> CreditsUsed,
    ImmutableArray<CreditRefusal> CreditsRefused,
    ImmutableArray<ExemptionApplied> Exemptions,
    ImmutableArray<ComplianceNote> Notes,
    Hours? CarriedIn,
    Hours? CarriedOut)
{
    /// <summary>Hours missing over all requirements whose figures are known: what allocation makes least.</summary>
    public Hours TotalShortfall => new(Requirements.Sum(r => r.Shortfall?.Hundredths ?? 0));
}
