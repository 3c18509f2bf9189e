using System.Collections.Immutable;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>What a reason does to the verdict, strongest first: blocking beats unknown beats conditions.</summary>
public enum ReasonOutcome
{
    Blocking,
    Unknown,
    Condition,
    Warning,
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

public sealed record Citation(string Text, string? Url, Confidence Confidence);

/// <summary>One step of a judgement, satisfied ones too.</summary>
/// <param name="Code">Stable code, <c>SUBJECT_REASON</c>.</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Evidence">The facts it rests on, oldest first.</param>
/// <param name="Needs">Ids of the client facts that were not given and would settle it.</param>
public sealed record Reason(
    string Code, ReasonOutcome Outcome, string Message, Citation? Citation, ImmutableArray<FactId> Evidence, ImmutableArray<string> Needs)
{
    public static Reason Of(string code, ReasonOutcome outcome, string message, params IEnumerable<FactId> evidence) =>
        new(code, outcome, message, null, [.. evidence], []);
}

/// <summary>What remains to be done or kept to when treating.</summary>
public sealed record Obligation(string Code, string Message, Citation? Citation);
