using System.Text.RegularExpressions;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Api.Importing;

/// <summary>
/// Finds SSNs where none belongs, whoever's they are. Dashed ones are SSNs wherever they stand; nine bare digits are one in free text, but
/// not where numbers belong: a license number, a ZIP+4, an NPI, a telephone number, a mail address or a link may have nine.
/// </summary>
internal static partial class StraySsn
{
    /// <summary>What replaces one in a cell that the profile does not read and that is kept in the raw row alone.</summary>
    private const string Mask = "(nine digits, not kept)";

    public static bool IsIn(ProfileColumn column, string cell) => column.Holds switch
    {
        Holds.Number or Holds.PostalCode or Holds.Npi or Holds.Phone or Holds.Email or Holds.CheckedOnly => Dashed().IsMatch(cell),
        Holds.Street or Holds.StreetMore or Holds.City or Holds.State => AnyIn(ZipBehindState().Replace(cell, m => Enum.TryParse<Jurisdiction>(m.Groups["state"].Value, out _) ? " " : m.Value)),
        _ => AnyIn(cell),
    };

    /// <summary>The cell of a column that the profile does not know, without what may be an SSN.</summary>
    public static string Masked(string cell) => Bare().Replace(Dashed().Replace(cell, Mask), m => WasIssued(m.Value) ? Mask : m.Value);

    private static bool AnyIn(string text) => Dashed().IsMatch(text) || Bare().Matches(text).Any(m => WasIssued(m.Value));

    /// <summary>Never issued: an area of 000 or 666, a group of 00, a serial of 0000. Areas from 900 are taxpayers' numbers, as personal as SSNs.</summary>
    private static bool WasIssued(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits[..3] is not ("000" or "666") && digits[3..5] != "00" && digits[5..] != "0000";
    }

    [GeneratedRegex("(?<![0-9])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"(?<![0-9])(?:[0-9]{9}|[0-9]{3} [0-9]{2} [0-9]{4}|[0-9]{3}\.[0-9]{2}\.[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex("(?<![A-Za-z])(?<state>[A-Z]{2})[ ,]+[0-9]{9}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ZipBehindState();
}
