using System.Diagnostics.CodeAnalysis;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Rules;

/// <summary>One figure of law: a value with its source and how well it is known, or unknown. Unknown is never zero.</summary>
public sealed record Figure<T>
    where T : notnull
{
    private readonly T? value;

    private Figure(bool isKnown, T? value, Citation citation, string? note)
    {
        IsKnown = isKnown;
        this.value = value;
        Citation = citation;
        Note = note;
    }

    public bool IsKnown { get; }

    /// <summary>Where it stands, and how well it is known.</summary>
    public Citation Citation { get; }

    /// <summary>What a reader must know beside the figure: another official text, a limit of what is known.</summary>
    public string? Note { get; }

    public static Figure<T> Of(T value, Citation citation, string? note = null) => new(true, value, citation, note);

    public static Figure<T> Unknown(Citation citation, string? note = null) => new(false, default, citation, note);

    /// <summary>False: unknown, and whatever rests on it is unknown too.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T found)
    {
        found = value;
        return IsKnown;
    }

    public override string ToString() => IsKnown ? value!.ToString()! : "unknown";
}
