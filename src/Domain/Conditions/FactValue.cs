using System.Globalization;

namespace LicenseTracker.Domain.Conditions;

/// <summary>A client fact's value, read: the place in its list of values, or a number as observed on a day.</summary>
/// <param name="Type">The entry of the published list.</param>
/// <param name="Index">The place of the value in the list; -1 for numbers.</param>
/// <param name="Number">The number as observed; for a fact that ticks, in days.</param>
/// <param name="Never">There was no such event.</param>
/// <param name="ObservedOn">The day from which a fact that ticks counts on.</param>
public sealed record FactValue(ClientFactType Type, int Index, decimal Number, bool Never, DateOnly ObservedOn)
{
    /// <summary>The number on a date, in the unit in which thresholds are scaled (days for facts that tick).</summary>
    public decimal NumberOn(DateOnly date) => Type.Ticks ? Number + date.DayNumber - ObservedOn.DayNumber : Number;

    /// <summary>A rule's threshold in the same unit.</summary>
    public static decimal Scaled(ClientFactType type, decimal threshold) => type.Ticks ? threshold * type.DaysPerUnit : threshold;

    /// <summary>A count of weeks that has ticked past its bound says nothing any more: no pregnancy lasts so long. Days since an event may grow.</summary>
    public bool IsSpentOn(DateOnly date) => LastDay is { } last && date > last;

    /// <summary>The last day on which it says anything; null: it always does.</summary>
    public DateOnly? LastDay => Type is { Ticks: true, DaysPerUnit: > 1 }
        ? ObservedOn.Plus((int)((Type.Maximum + 1) * Type.DaysPerUnit - Number) - 1)
        : null;

    /// <summary>Reads a value; null when it has not the form that the list asks for.</summary>
    public static FactValue? Read(ClientFactType type, string text, DateOnly observedOn)
    {
        var value = text.Trim();
        if (type.Kind == ClientFactKind.Number)
        {
            if (type.AllowsNever && value.Equals("never", StringComparison.OrdinalIgnoreCase))
                return new(type, -1, 0, true, observedOn);
            return ReadNumber(type, value) is { } number ? new(type, -1, number, false, observedOn) : null;
        }

        if (type.Kind == ClientFactKind.YesNo)
            value = value.ToUpperInvariant() switch { "YES" => "true", "NO" => "false", _ => value };
        for (var i = 0; i < type.Values.Length; i++)
        {
            if (type.Values[i].Equals(value, StringComparison.OrdinalIgnoreCase))
                return new(type, i, 0, false, observedOn);
        }

        return null;
    }

    private static decimal? ReadNumber(ClientFactType type, string text)
    {
        // Weeks may be written as midwives do: 20+3 is twenty weeks and three days.
        var days = 0;
        var plus = type is { Ticks: true, DaysPerUnit: > 1 } ? text.IndexOf('+', StringComparison.Ordinal) : -1;
        if (plus >= 0 && (!int.TryParse(text.AsSpan(plus + 1), NumberStyles.None, CultureInfo.InvariantCulture, out days) || days >= type.DaysPerUnit))
            return null;
        var whole = plus >= 0 ? text.AsSpan(0, plus) : text;
        var style = type.Ticks ? NumberStyles.None : NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(whole, style, CultureInfo.InvariantCulture, out var number) || number < type.Minimum || number > type.Maximum)
            return null;
        return type.Ticks ? number * type.DaysPerUnit + days : number;
    }
}

internal static class Days
{
    /// <summary>A number of days later (or earlier), held within the calendar.</summary>
    public static DateOnly Plus(this DateOnly date, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(date.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
