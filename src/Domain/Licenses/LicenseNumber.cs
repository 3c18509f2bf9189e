namespace LicenseTracker.Domain.Licenses;

/// <summary>License numbers are stored as the board writes them and found however people type them.</summary>
public static class LicenseNumber
{
    /// <summary>The number that a fact gives the license; null: it gives none.</summary>
    public static string? GivenBy(LicenseFact fact) => fact switch
    {
        LicenseGranted f => f.Number,
        LicenseNumberChanged f => f.Number,
        LicenseFactCorrected f => GivenBy(f.Replacement),
        _ => null,
    };

    /// <summary>
    /// The form for looking up and comparing: capitals, without white space, dashes, dots, slashes or other marks. Leading zeros stay, since
    /// boards exist where <c>0123</c> and <c>123</c> are two licenses.
    /// </summary>
    public static string Normalise(string number) =>
        string.Concat(number.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
