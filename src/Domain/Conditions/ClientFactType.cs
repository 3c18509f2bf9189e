using System.Collections.Immutable;

namespace LicenseTracker.Domain.Conditions;

/// <summary>How the value of a client fact is written and compared.</summary>
public enum ClientFactKind
{
    /// <summary>true or false (yes or no).</summary>
    YesNo,

    /// <summary>One of the listed values.</summary>
    OneOf,

    /// <summary>One of the listed values, highest first.</summary>
    Ordered,

    /// <summary>A decimal number within bounds.</summary>
    Number,
}

/// <summary>Something about a client that no condition code holds: one entry of the published list.</summary>
/// <param name="Id">The name by which rules, questions and answers speak of it.</param>
/// <param name="Unit">The unit of a number; null for the other kinds.</param>
/// <param name="Values">The values it may take; empty for numbers.</param>
/// <param name="Ticks">It counts days or weeks, so it moves on from the day it was observed; all others hold still.</param>
/// <param name="Minimum">The least number that makes sense.</param>
/// <param name="Maximum">The greatest number that makes sense.</param>
/// <param name="AllowsNever">"never" says that there was no such event: then no comparison with a number holds.</param>
public sealed record ClientFactType(
    string Id,
    string Meaning,
    ClientFactKind Kind,
    string? Unit,
    ImmutableArray<string> Values,
    bool Ticks,
    decimal Minimum,
    decimal Maximum,
    bool AllowsNever)
{
    /// <summary>How many days one unit takes, for a fact that ticks.</summary>
    public int DaysPerUnit => Unit == "weeks" ? 7 : 1;

    /// <summary>How to write a value, for a message.</summary>
    public string Form => Kind switch
    {
        ClientFactKind.Number => $"a number from {Minimum} to {Maximum} ({Unit})" + (AllowsNever ? " or never" : ""),
        ClientFactKind.Ordered => $"one of {Values[0]}, {Values[1]} to {Values[^1]}",
        _ => "one of " + string.Join(", ", Values),
    };
}
