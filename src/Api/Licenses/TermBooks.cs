using LicenseTracker.Api.RuleBooks;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Licenses;

/// <summary>
/// Hands a decision on a term what it rests on beside the license: the rule book as known now and, only where that book asks for it, the birth
/// date. The book is found before the command's transaction begins: one that waited for a second connection could wait for itself.
/// </summary>
public sealed class TermBooks(NpgsqlDataSource database, RuleBookMemory shelf, IPersonalReader personal, TimeProvider clock)
{
    /// <summary>The book of a license on record; null: there is no such license.</summary>
    public async Task<TermBook?> FindAsync(LicenseId license, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT jurisdiction, profession FROM {Tables.Schema}.license_view WHERE license_id = $1");
        command.Parameters.AddWithValue(license.Value);
        string? jurisdiction = null, profession = null;
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            if (await reader.ReadAsync(cancellation))
                (jurisdiction, profession) = (reader.GetString(0), reader.GetString(1));
        }

        return jurisdiction is null
            ? null
            : await FindAsync(Enum.Parse<Jurisdiction>(jurisdiction), Enum.GetValues<Profession>().First(p => StoredName.Of(p) == profession), cancellation);
    }

    public async Task<TermBook> FindAsync(Jurisdiction jurisdiction, Profession profession, CancellationToken cancellation)
    {
        var book = (await shelf.NowAsync(jurisdiction, cancellation)).KnownAt(null).Book;
        return new(book.Profession == profession ? book : null, JurisdictionInfo.Of(jurisdiction).DateAt(clock.GetUtcNow()), personal);
    }
}

/// <summary>The rule book for the terms of one license.</summary>
public sealed class TermBook(RuleBook? book, DateOnly today, IPersonalReader personal)
{
    /// <summary>Everything that a decision on a term of this therapist's license rests on.</summary>
    public async Task<TermRules> ForAsync(Therapist? therapist, CancellationToken cancellation) => new(
        book, book is not null && ExpiryByBook.AsksForBirthDate(book) && therapist is not null ? await BirthDateAsync(therapist, cancellation) : null, today);

    /// <summary>Null: it is not on record, was erased, or only the year is known.</summary>
    private async Task<DateOnly?> BirthDateAsync(Therapist therapist, CancellationToken cancellation)
    {
        if (therapist.KnownAt(null) is not { BirthDateAt: { Text.IsNone: false } at })
            return null;
        var text = await personal.OpenAsync(therapist.Id, PersonalField.Of(therapist.Log, therapist.Id.Value, at), at.Text, cancellation);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date : null;
    }
}
