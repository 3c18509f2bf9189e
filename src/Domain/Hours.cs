using System.Globalization;

namespace LicenseTracker.Domain;

/// <summary>An amount of education in hundredths of an hour: exact, never floating point.</summary>
/// <param name="Hundredths">950 is nine and a half hours.</param>
public readonly record struct Hours(int Hundredths) : IComparable<Hours>
{
    public static readonly Hours Zero;

    public static Hours Of(int hours) => new(checked(hours * 100));

    /// <summary>Reads "9", "9.5" or "9.25": digits and a point, no sign, at most two decimals. False where the text is anything else.</summary>
    public static bool TryParse(string? text, out Hours hours)
    {
        hours = Zero;
        if (text is null)
            return false;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = text.Length - dot - 1;
        if (dot == 0 || (dot > 0 && decimals is < 1 or > 2) ||
            !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value * 100 > int.MaxValue)
            return false;
        hours = new((int)(value * 100));
        return true;
    }

    public static Hours Parse(string text) => TryParse(text, out var hours) ? hours : throw new FormatException($"'{text}' is no number of hours.");

    public static Hours Min(Hours a, Hours b) => a < b ? a : b;

    public static Hours Max(Hours a, Hours b) => a < b ? b : a;

    /// <summary>What is left after taking away; never less than zero.</summary>
    public Hours Less(Hours other) => this < other ? Zero : this - other;

    /// <summary>The exact fraction of this amount, rounded down to a hundredth: once, at the end.</summary>
    public Hours Times(int numerator, int denominator) =>
        new(checked((int)Math.Floor((decimal)Hundredths * numerator / denominator)));

    public int CompareTo(Hours other) => Hundredths.CompareTo(other.Hundredths);

    public static Hours operator +(Hours a, Hours b) => new(checked(a.Hundredths + b.Hundredths));

    public static Hours operator -(Hours a, Hours b) => new(checked(a.Hundredths - b.Hundredths));

    public static bool operator <(Hours a, Hours b) => a.Hundredths < b.Hundredths;

    public static bool operator >(Hours a, Hours b) => a.Hundredths > b.Hundredths;

    public static bool operator <=(Hours a, Hours b) => a.Hundredths <= b.Hundredths;

    public static bool operator >=(Hours a, Hours b) => a.Hundredths >= b.Hundredths;

    /// <summary>As written on a certificate: "9", "9.5", "9.25".</summary>
    public override string ToString() => (Hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);
}
