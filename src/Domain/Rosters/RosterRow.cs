using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Rosters;

/// <summary>What a regulator's file says about one license on the day it was retrieved.</summary>
/// <param name="Number">Null where the source gives none; then only the person's SSN finds the license.</param>
/// <param name="IssuedOn">The day of the grant.</param>
/// <param name="RenewedOn">First day of the term that runs now; null: the source does not say.</param>
/// <param name="ExpiresOn">Last day of the newest term.</param>
/// <param name="Disciplined">Whether the source says "disciplined" and no more; null: it says nothing about that.</param>
/// <param name="RetrievedOn">The day, in the jurisdiction's zone, on which the source said all this.</param>
public sealed record RosterRow(
    Jurisdiction Jurisdiction, Profession Profession, string? Number, DateOnly IssuedOn, DateOnly? RenewedOn, DateOnly ExpiresOn, StatusClaim Status,
    bool? Disciplined, RosterPerson Person, DateOnly RetrievedOn)
{
    /// <summary>What it says of the license's authority, so that a row of which nothing can be recorded is another contradiction when it says something else.</summary>
    public string Claim => $"{Status.Words}, expires {ExpiresOn.Iso()}{(Disciplined == true ? ", disciplined" : "")}";
}

/// <summary>What a source's status words are taken to mean.</summary>
/// <param name="Encumbrance">The adverse action that the words name, if any.</param>
/// <param name="Unsure">The words are not known; a person looks at them.</param>
/// <param name="Words">The words themselves.</param>
public sealed record StatusClaim(RosterStatus Status, EncumbranceType? Encumbrance, bool Unsure, string Words);

/// <summary>The few things that status words can mean beside an adverse action.</summary>
public enum RosterStatus
{
    /// <summary>Nothing but the expiry date limits it.</summary>
    Active,

    /// <summary>Active, and its renewal was filed in time.</summary>
    InRenewal,

    /// <summary>Inactive by the licensee's choice.</summary>
    Inactive,

    /// <summary>Not active, and the source does not say why: an expiry or an adverse action may explain it.</summary>
    NotActive,

    /// <summary>Expired, which the expiry date tells by itself.</summary>
    Expired,

    /// <summary>Closed by the board for a reason that is no discipline.</summary>
    Closed,

    /// <summary>The profile does not know the words: nothing about the license is taken from the row, and a person looks at it.</summary>
    Unknown,
}

/// <summary>The person as the source knows them, in clear; rosters without names give nameless persons.</summary>
/// <param name="BirthDate">ISO 8601 date, or a year alone.</param>
public sealed record RosterPerson(PersonName Name, string? BirthDate, string? Npi, PersonContact Contact)
{
    public static readonly RosterPerson Nameless = new(PersonName.None, null, null, PersonContact.None);

    /// <summary>Never the person: messages and logs print values.</summary>
    public override string ToString() => "(personal)";
}

/// <summary>A name in clear, as compared and before it is sealed.</summary>
public sealed record PersonName(string? Given, string? Middle, string? Family, string? Suffix)
{
    public static readonly PersonName None = new(null, null, null, null);

    public bool IsNone => Given is null && Family is null;

    public override string ToString() => "(personal)";
}

/// <summary>Where a person can be reached, in clear, as compared and before it is sealed.</summary>
public sealed record PersonContact(string? Address, string? Email, string? Phone)
{
    public static readonly PersonContact None = new(null, null, null);

    /// <summary>What this source leaves out stays as it was known.</summary>
    public PersonContact Over(PersonContact known) => new(Address ?? known.Address, Email ?? known.Email, Phone ?? known.Phone);

    public override string ToString() => "(personal)";
}
