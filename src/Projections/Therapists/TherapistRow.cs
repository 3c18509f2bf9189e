using LicenseTracker.Domain;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Projections.Therapists;

/// <summary>A therapist's readable particulars as known now. Empty names after erasure, or where the source has none.</summary>
public sealed record TherapistRow(
    Guid Therapist, string? GivenName, string? MiddleName, string? FamilyName, string? Suffix, string? BirthDate, string? Npi)
{
    /// <summary>The name as one writes it; null when nothing of it is known.</summary>
    public string? Name => Joined(GivenName, MiddleName, FamilyName, Suffix);

    /// <summary>An index entry has a largest size; names that agree so far are told apart by id.</summary>
    internal const int LongestSortName = 300;

    /// <summary>The order of lists: family name, then given name, in small letters; the nameless come last. The database folds diacritics.</summary>
    public string SortName => (Joined(FamilyName, GivenName, MiddleName) ?? "\uffff").ToLowerInvariant();

    /// <summary>The words of the name, for searching.</summary>
    public string Words => SearchWords.Of(GivenName, MiddleName, FamilyName, Suffix);

    /// <summary>Null when the therapist's registration is voided: then no list shows them.</summary>
    /// <param name="version">As on record at this version of the therapist's own record; null: at the newest.</param>
    public static async Task<TherapistRow?> OfAsync(Card card, IPersonalReader personal, CancellationToken cancellation, long? version = null)
    {
        if (card.Therapist() is not { } therapist || therapist.AtVersion(version) is not { } known)
            return null;

        ValueTask<string?> Open(PersonalAt at) =>
            at.Text.IsNone ? new((string?)null) : personal.OpenAsync(card.Id, PersonalField.Of(therapist.Log, card.Id.Value, at), at.Text, cancellation);

        return new(
            card.Id.Value, await Open(known.GivenNameAt), await Open(known.MiddleNameAt), await Open(known.FamilyNameAt),
            await Open(known.SuffixAt), await Open(known.BirthDateAt), known.Npi);
    }

    private static string? Joined(params IEnumerable<string?> parts)
    {
        var name = string.Join(' ', parts.Where(p => !string.IsNullOrEmpty(p)));
        return name.Length == 0 ? null : name;
    }
}
