namespace LicenseTracker.Domain.Rules;

/// <summary>Whether a license number is odd or even: its last digit says it.</summary>
public static class Parity
{
    /// <summary>Null: the number is not known or has no digit.</summary>
    public static NumberParity? Of(string? licenseNumber) =>
        licenseNumber?.LastOrDefault(char.IsAsciiDigit) is { } digit and not '\0'
            ? (digit - '0') % 2 == 0 ? NumberParity.Even : NumberParity.Odd
            : null;

    public static bool Fits(this NumberParity parity, int year) => year % 2 == (parity == NumberParity.Odd ? 1 : 0);
}
