using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.Demo;

/// <summary>How long the demonstration's boards grant a license: plausible lengths, and no rule book.</summary>
internal static class Terms
{
    /// <summary>The term that begins on a day.</summary>
    public static Term From(Jurisdiction jurisdiction, DateOnly start) =>
        new(start, jurisdiction == Jurisdiction.FL ? FloridaExpiry(start) : start.AddYears(Years(jurisdiction)).AddDays(-1));

    public static Term After(Jurisdiction jurisdiction, Term term) => From(jurisdiction, term.ExpiresOn.AddDays(1));

    /// <summary>The term in force on a day, of a license granted before it and always renewed in time.</summary>
    public static Term At(Jurisdiction jurisdiction, DateOnly grantedOn, DateOnly date)
    {
        var term = From(jurisdiction, grantedOn);
        while (term.ExpiresOn < date)
            term = After(jurisdiction, term);
        return term;
    }

    private static int Years(Jurisdiction jurisdiction) => jurisdiction switch
    {
        Jurisdiction.WA => 1,
        Jurisdiction.NY => 3,
        _ => 2,
    };

    /// <summary>All of Florida's massage licenses expire together, at the end of August of odd years.</summary>
    private static DateOnly FloridaExpiry(DateOnly start)
    {
        var expiry = new DateOnly(start.Year % 2 == 1 ? start.Year : start.Year + 1, 8, 31);
        return expiry < start.AddDays(90) ? expiry.AddYears(2) : expiry;
    }
}
