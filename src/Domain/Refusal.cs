using System.Collections.Immutable;

namespace LicenseTracker.Domain;

/// <summary>Why a command was not accepted, or a warning that goes with an accepted one: a value, never an exception.</summary>
/// <param name="Code">Stable code, <c>SUBJECT_REASON</c>, from the approved list.</param>
/// <param name="Message">What was wrong and what to do, for a person. Carries no personal data.</param>
/// <param name="Path">The input field it is about, outermost first; empty when it is about the whole input.</param>
public sealed record Refusal(string Code, string Message, ImmutableArray<string> Path)
{
    public Refusal(string code, string message, params string[] path)
        : this(code, message, ImmutableArray.Create(path))
    {
    }

    /// <summary>The same refusal, about another input field.</summary>
    public Refusal At(params string[] path) => this with { Path = ImmutableArray.Create(path) };

    public bool Equals(Refusal? other) =>
        other is not null && Code == other.Code && Message == other.Message && Path.SequenceEqual(other.Path);

    public override int GetHashCode() => HashCode.Combine(Code, Message);
}
