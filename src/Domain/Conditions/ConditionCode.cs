using System.Buffers;
using System.Collections.Immutable;

namespace LicenseTracker.Domain.Conditions;

/// <summary>An ICD-10-CM code in its normal form: upper case, without the dot.</summary>
public readonly record struct ConditionCode(string Text)
{
    private const int Category = 3;
    private const int Longest = 7;

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Reads a code with or without the dot; null when it has not the form of one (letter, digit, then one to five letters or digits).</summary>
    public static ConditionCode? Read(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0 && dot != Category)
            return null;
        if (dot >= 0)
            code = code.Remove(dot, 1);
        if (code.Length is < Category or > Longest || (dot >= 0 && code.Length == Category))
            return null;
        var isCode = char.IsAsciiLetterUpper(code[0]) && char.IsAsciiDigit(code[1]) && !code.AsSpan(2).ContainsAnyExcept(LettersAndDigits);
        return isCode ? new(code) : null;
    }

    public bool StartsWithAny(ImmutableArray<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (Text.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public static string WithDot(string code) => code.Length > Category ? code.Insert(Category, ".") : code;

    public override string ToString() => WithDot(Text);
}
