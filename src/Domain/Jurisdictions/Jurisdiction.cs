using System.Diagnostics.CodeAnalysis;

namespace LicenseTracker.Domain.Jurisdictions;

/// <summary>The fifty states and the District of Columbia, by postal code.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "Postal codes.")]
public enum Jurisdiction
{
    AL, AK, AZ, AR, CA, CO, CT, DE, DC, FL, GA, HI, ID, IL, IN, IA, KS, KY, LA, ME, MD, MA, MI, MN, MS, MO, MT, NE, NV, NH, NJ, NM, NY,
    NC, ND, OH, OK, OR, PA, RI, SC, SD, TN, TX, UT, VT, VA, WA, WV, WI, WY,
}
