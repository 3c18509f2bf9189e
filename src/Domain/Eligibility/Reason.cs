using System.Collections.Immutable;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>What a reason does to the verdict, strongest first: blocking beats unknown beats conditions.</summary>
public enum ReasonOutcome
{
    /// <summary>It forbids: the answer is not eligible.</summary>
    Blocking,

    /// <summary>Something needed is not known: the answer is undetermined.</summary>
    Unknown,

    /// <summary>An obligation remains.</summary>
    Condition,

    /// <summary>To know; it changes no verdict.</summary>
    Warning,

    /// <summary>Asked and in order.</summary>
    Satisfied,
}

/// <summary>How well a figure or rule is known.</summary>
public enum Confidence
{
    /// <summary>Read in a regulator's, statute's or credential owner's text.</summary>
    Primary,

    /// <summary>Read elsewhere.</summary>
    Secondary,

    /// <summary>Recalled or derived, not read.</summary>
    Unverified,

    /// <summary>No law: a clinic's choice.</summary>
    PolicyDefault,
}

/// <summary>Where a rule or figure stands.</summary>
/// <param name="Text">As one cites it.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="Confidence">How well it is known.</param>
public sealed record Citation(string Text, string? Url, Confidence Confidence);

/// <summary>One step of a judgement, satisfied ones too.</summary>
/// <param name="Code">Stable code, <c>SUBJECT_REASON</c>.</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Evidence">The facts it rests on, oldest first.</param>
/// <param name="Needs">Ids of the client facts that were not given and would settle it.</param>
public sealed record Reason(
    string Code, ReasonOutcome Outcome, string Message, Citation? Citation, ImmutableArray<FactId> Evidence, ImmutableArray<string> Needs)
{
    /// <summary>The policy under which it was judged so; null: no clinic's decision, but what a license is by itself.</summary>
    public PolicyReference? Policy { get; init; }

    public static Reason Of(string code, ReasonOutcome outcome, string message, params IEnumerable<FactId> evidence) =>
        new(code, outcome, message, null, [.. evidence], []);
}

/// <summary>What remains to be done or kept to when treating.</summary>
/// <param name="Code">Stable code, <c>SUBJECT_REASON</c>.</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Citation">Where it stands; null where it follows from the record alone.</param>
public sealed record Obligation(string Code, string Message, Citation? Citation);
