using System.Collections.Immutable;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain;

/// <summary>What is impossible and what is doubtful about one fact before it is recorded: all of it, so that a caller mends it at once.</summary>
public sealed record Check(ImmutableArray<Refusal> Refusals, ImmutableArray<Refusal> Warnings)
{
    public static readonly Check Begin = new([], []);

    public Check Refuse(bool when, Refusal refusal) => when ? this with { Refusals = Refusals.Add(refusal) } : this;

    public Check Warn(bool when, Refusal warning) => when ? this with { Warnings = Warnings.Add(warning) } : this;

    public Check Date(DateOnly? date, params string[] path) =>
        Refuse(date < Inputs.FirstDate || date > Inputs.LastDate, Inputs.DateOutOfRange.At(path));

    public Check Term(Term term, string start) =>
        Date(term.StartsOn, start).Date(term.ExpiresOn, "expiresOn").Refuse(term.ExpiresOn < term.StartsOn, Inputs.EndBeforeStart);

    /// <summary>A required text of one line.</summary>
    public Check Text(string? text, int longest, params string[] path) =>
        Refuse(text is null || !text.Any(char.IsLetterOrDigit), Inputs.TextMissing.At(path)).OptionalText(text, longest, lines: false, path);

    public Check OptionalText(string? text, int longest, bool lines, params string[] path) =>
        text is null
            ? this
            : Refuse(text.Length > longest, Inputs.TextTooLong.At(path)).Refuse(!Inputs.IsPrintable(text, lines), Inputs.TextUnprintable.At(path));

    /// <summary>A personal text that may be absent; one already sealed was checked when it was clear.</summary>
    public Check Name(Personal text, params string[] path) => OptionalText(text.Clear, Inputs.LongestName, lines: false, path);

    public Check Note(Personal text, params string[] path) => OptionalText(text.Clear, Inputs.LongestNote, lines: true, path);

    public Check And(Check other) => new(Refusals.AddRange(other.Refusals), Warnings.AddRange(other.Warnings));

    /// <summary>The fact with its warnings, or the refusals.</summary>
    public Decision<TFact> Record<TFact>(TFact fact)
        where TFact : class =>
        Refusals.IsEmpty ? Decision<TFact>.Of(fact).With(Warnings) : Decision<TFact>.Refused(Refusals.AsSpan());
}
