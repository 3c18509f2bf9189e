using System.Collections.Immutable;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>The window in which a renewal's CE is earned, and the dates beside it that rules are chosen by.</summary>
/// <param name="Start">Null: the rule that finds it was not seen.</param>
/// <param name="DueOn">The last day on which an hour helps, where that is before the window's end.</param>
/// <param name="ExpiresOn">The last day of the license term that the renewal ends.</param>
/// <param name="AppliedOn">When the renewal's application was received; null: not known, or not yet.</param>
public sealed record ComplianceCycle(DateOnly? Start, DateOnly? End, DateOnly? DueOn, DateOnly? ExpiresOn, DateOnly? AppliedOn)
{
    /// <summary>The last day to earn what the renewal needs.</summary>
    public DateOnly? LastDay => DueOn ?? End;

    /// <summary>The cycle of a term, by the window that the book's arithmetic finds. Where it finds none, only the end is known: that of the term.</summary>
    public static ComplianceCycle Of(Figure<CycleWindow> window, Term term, DateOnly? appliedOn = null) =>
        window.TryGet(out var known) ? new(known.From, known.To, known.DueOn, term.ExpiresOn, appliedOn) : new(null, term.ExpiresOn, null, term.ExpiresOn, appliedOn);

    /// <summary>A cycle that is the license's term.</summary>
    public static ComplianceCycle OfTerm(DateOnly start, DateOnly end) => new(start, end, null, end, null);

    internal CycleDates Dates(DateOnly on) => new(ExpiresOn, Start, End, AppliedOn, LastDay is { } due && due < on ? due : on);
}

/// <summary>What requirements ask of the license itself. What is null is not known.</summary>
/// <param name="LicensedSince">The first day on which it was held.</param>
/// <param name="Cycle">Which renewal the cycle leads to: 1 is the first.</param>
/// <param name="Number">As the board writes it.</param>
/// <param name="Credential">The abbreviation of the credential that it is, as <c>LMT</c>.</param>
public sealed record LicenseCircumstances(DateOnly? LicensedSince, int? Cycle, string? Number, string? Credential)
{
    /// <summary>The least that <see cref="Cycle"/> can be where it is not known.</summary>
    public int CycleAtLeast { get; init; } = 1;

    /// <summary>Whether the cycle leads to the renewal with this number; null: not known.</summary>
    public bool? LeadsTo(int renewal) => Cycle is { } known ? known == renewal : CycleAtLeast > renewal ? false : null;
}

/// <summary>A span in which something beside the license was held; both days belong to it.</summary>
/// <param name="To">Null: it does not end.</param>
public sealed record CredentialPeriod(HeldCredential Credential, DateOnly From, DateOnly? To);

/// <summary>An exemption that the board approved.</summary>
/// <param name="Requirement">The requirement's code; null: everything.</param>
/// <param name="Waives">So many hours; null: the whole requirement.</param>
public sealed record ApprovedExemption(ExemptionId Id, string? Requirement, DateOnly From, DateOnly To, Hours? Waives);

/// <summary>Everything that a compliance report follows from. Another version of the rules gives the report under those.</summary>
/// <param name="Credits">All of the therapist's, earlier cycles' too, in any order.</param>
/// <param name="CarriedIn">Hours left over from earlier cycles.</param>
/// <param name="On">Credits completed later are not seen.</param>
public sealed record ComplianceQuestion(
    RuleBookVersion Rules,
    ComplianceCycle Cycle,
    LicenseCircumstances License,
    ImmutableArray<JudgedCredit> Credits,
    ImmutableArray<CredentialPeriod> Credentials,
    ImmutableArray<ApprovedExemption> Exemptions,
    Hours CarriedIn,
    DateOnly On)
{
    /// <summary>Credits that counted for the renewal before, where its window and this one overlap: one certificate counts once.</summary>
    public ImmutableHashSet<CreditId> UsedBefore { get; init; } = [];

    /// <summary>The most that <see cref="CarriedIn"/> can be where it is the least; null: it is exactly that.</summary>
    public Hours? CarriedInAtMost { get; init; }
}
