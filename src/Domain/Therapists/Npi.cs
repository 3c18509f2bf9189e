namespace LicenseTracker.Domain.Therapists;

/// <summary>National Provider Identifier: ten digits of which the last checks the others (Luhn over the prefix 80840).</summary>
public static class Npi
{
    public static readonly Refusal Malformed = new("NPI_MALFORMED", "An NPI has ten digits. Give it without spaces or dashes, or leave it out.", "npi");

    public static readonly Refusal CheckDigitWrong =
        new("NPI_CHECK_DIGIT", "The check digit of this NPI does not fit. It was recorded as given; compare it with its source.", "npi");

    public static bool IsTenDigits(string npi) => npi.Length == 10 && npi.All(char.IsAsciiDigit);

    public static bool PassesCheck(string npi)
    {
        var sum = 0;
        var twice = false;
        foreach (var digit in ("80840" + npi).Reverse().Select(c => c - '0'))
        {
            var counted = twice ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
            twice = !twice;
        }

        return sum % 10 == 0;
    }

    internal static Check NationalId(this Check check, string? npi) => npi is null
        ? check
        : check.Refuse(!IsTenDigits(npi), Malformed).Warn(IsTenDigits(npi) && !PassesCheck(npi), CheckDigitWrong);
}
