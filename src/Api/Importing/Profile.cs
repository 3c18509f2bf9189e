using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;

namespace LicenseTracker.Api.Importing;

/// <summary>How one source's roster is read: pure data, so that a further source needs no code.</summary>
/// <param name="Jurisdiction">Null: the source serves several, and the operator says which.</param>
/// <param name="Profession">The profession of every row; null: a column tells.</param>
/// <param name="NumberSeparator">What joins the columns that are part of the number to it; null: the number stands alone.</param>
public sealed record Profile(
    string Name, string Title, string About, Jurisdiction? Jurisdiction, UnknownColumns UnknownColumns, Profession? Profession, string? NumberSeparator,
    ImmutableArray<ProfileColumn> Columns, ImmutableArray<ProfileRule> Never, ImmutableArray<ProfileStatus> Statuses)
{
    /// <summary>The columns whose words together tell the status, in order.</summary>
    public IEnumerable<ProfileColumn> StatusColumns => Columns.Where(c => c.Holds is Holds.Status or Holds.StatusName).OrderBy(c => c.Holds);

    public ProfileColumn? Column(Holds holds) => Columns.FirstOrDefault(c => c.Holds == holds);
}

public enum UnknownColumns
{
    Refused,
    Ignored,
}

/// <summary>What a column holds.</summary>
public enum Holds
{
    Ssn, PreviousSsn, Npi, Number, Profession, Status, StatusName, GivenName, MiddleName, FamilyName, Suffix, BirthDate, IssuedOn, RenewedOn, ExpiresOn,
    Street, StreetMore, City, State, PostalCode, Email, Phone, Disciplined,

    /// <summary>Its form is checked; nothing follows from it.</summary>
    CheckedOnly,
}

/// <summary>One column of a source.</summary>
/// <param name="Pattern">What the whole cell must match; <paramref name="Form"/> says it for a person.</param>
/// <param name="Dates">The forms a date may take, in .NET's letters.</param>
/// <param name="Values">The only cells allowed (whatever their case), with what they mean.</param>
public sealed record ProfileColumn(
    string Name, Holds Holds, bool Required = false, int? Shortest = null, int? Longest = null, string? Pattern = null, string? Form = null,
    ImmutableArray<string>? Dates = null, ImmutableDictionary<string, string>? Values = null, bool PartOfNumber = false);

/// <summary>Cells that never stand together in one row.</summary>
public sealed record ProfileRule(ImmutableDictionary<string, string> Where, string Because);

/// <summary>What certain words of status mean: the first entry that fits counts. <c>*</c> stands for anything, an empty word for an empty cell.</summary>
/// <param name="Unsure">A person is asked to look at it.</param>
public sealed record ProfileStatus(ImmutableArray<string> Words, RosterStatus Means, EncumbranceType? Encumbrance = null, bool Unsure = false)
{
    public const string Anything = "*";

    public bool Fits(IReadOnlyList<string> words)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (Words[i] != Anything && Plain(Words[i]) != Plain(words[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether whatever fits <paramref name="later"/> fits this one too.</summary>
    public bool Covers(ProfileStatus later) =>
        Words.Zip(later.Words).All(w => w.First == Anything || (w.Second != Anything && Plain(w.First) == Plain(w.Second)));

    /// <summary>Capitals, with one blank for every run of other marks: ACTIVE_IN_RENEWAL and "Active - in renewal" are one.</summary>
    public static string Plain(string words) => string.Join(
        ' ', string.Concat(words.Select(c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
