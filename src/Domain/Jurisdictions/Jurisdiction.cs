using System.Diagnostics.CodeAnalysis;

namespace LicenseTracker.Domain.Jurisdictions;

/// <summary>The fifty states and the District of Columbia, by postal code.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "Postal codes.")]
public enum Jurisdiction
{
    /// <summary>Alabama.</summary>
    AL,

    /// <summary>Alaska.</summary>
    AK,

    /// <summary>Arizona.</summary>
    AZ,

    /// <summary>Arkansas.</summary>
    AR,

    /// <summary>California.</summary>
    CA,

    /// <summary>Colorado.</summary>
    CO,

    /// <summary>Connecticut.</summary>
    CT,

    /// <summary>Delaware.</summary>
    DE,

    /// <summary>District of Columbia.</summary>
    DC,

    /// <summary>Florida.</summary>
    FL,

    /// <summary>Georgia.</summary>
    GA,

    /// <summary>Hawaii.</summary>
    HI,

    /// <summary>Idaho.</summary>
    ID,

    /// <summary>Illinois.</summary>
    IL,

    /// <summary>Indiana.</summary>
    IN,

    /// <summary>Iowa.</summary>
    IA,

    /// <summary>Kansas.</summary>
    KS,

    /// <summary>Kentucky.</summary>
    KY,

    /// <summary>Louisiana.</summary>
    LA,

    /// <summary>Maine.</summary>
    ME,

    /// <summary>Maryland.</summary>
    MD,

    /// <summary>Massachusetts.</summary>
    MA,

    /// <summary>Michigan.</summary>
    MI,

    /// <summary>Minnesota.</summary>
    MN,

    /// <summary>Mississippi.</summary>
    MS,

    /// <summary>Missouri.</summary>
    MO,

    /// <summary>Montana.</summary>
    MT,

    /// <summary>Nebraska.</summary>
    NE,

    /// <summary>Nevada.</summary>
    NV,

    /// <summary>New Hampshire.</summary>
    NH,

    /// <summary>New Jersey.</summary>
    NJ,

    /// <summary>New Mexico.</summary>
    NM,

    /// <summary>New York.</summary>
    NY,

    /// <summary>North Carolina.</summary>
    NC,

    /// <summary>North Dakota.</summary>
    ND,

    /// <summary>Ohio.</summary>
    OH,

    /// <summary>Oklahoma.</summary>
    OK,

    /// <summary>Oregon.</summary>
    OR,

    /// <summary>Pennsylvania.</summary>
    PA,

    /// <summary>Rhode Island.</summary>
    RI,

    /// <summary>South Carolina.</summary>
    SC,

    /// <summary>South Dakota.</summary>
    SD,

    /// <summary>Tennessee.</summary>
    TN,

    /// <summary>Texas.</summary>
    TX,

    /// <summary>Utah.</summary>
    UT,

    /// <summary>Vermont.</summary>
    VT,

    /// <summary>Virginia.</summary>
    VA,

    /// <summary>Washington.</summary>
    WA,

    /// <summary>West Virginia.</summary>
    WV,

    /// <summary>Wisconsin.</summary>
    WI,

    /// <summary>Wyoming.</summary>
    WY,
}
