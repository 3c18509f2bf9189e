using System.Collections.Immutable;
using System.Data.Common;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.Cards;

/// <summary>The eligibility card of one therapist: every fact of theirs, licenses', certifications' and credits' too, with its recorded time.</summary>
/// <param name="Lines">The facts of each stream in the order recorded.</param>
/// <param name="RecordedAt">The newest recorded time of the therapist: the next fact is stamped later.</param>
/// <param name="Sequence">The store's position when the card was last written.</param>
public sealed record Card(
    TherapistId Id, IReadOnlyDictionary<Guid, ImmutableArray<Recorded<IFact>>> Lines, long Version, DateTimeOffset RecordedAt, long Sequence)
{
    private const string Columns = "therapist_id, lines::text, version, recorded_at, sequence";

    public static Card Empty(TherapistId therapist) =>
        new(therapist, ImmutableDictionary<Guid, ImmutableArray<Recorded<IFact>>>.Empty, 0, DateTimeOffset.MinValue, 0);

    /// <summary>The log of one stream; null when the card has no such stream of this kind.</summary>
    public FactLog<TFact>? Log<TFact>(Guid stream)
        where TFact : class, IFact =>
        Lines.TryGetValue(stream, out var facts) && facts[0].Fact is TFact
            ? new([.. facts.Select(f => new Recorded<TFact>(f.Id, f.Version, f.RecordedAt, (TFact)f.Fact))])
            : null;

    public Therapist? Therapist() => Log<TherapistFact>(Id.Value) is { } log ? new(Id, log) : null;

    /// <summary>The therapist's credits in the order of their ids.</summary>
    public IEnumerable<Credit> Credits() => Logs<CreditFact>().Select(c => new Credit(new(c.Stream), c.Log));

    /// <summary>The card as the Domain decides on it.</summary>
    public EligibilityCard ToEligibilityCard() => new(
        Id, Therapist(), [.. Logs<LicenseFact>().Select(l => new License(new(l.Stream), l.Log))],
        [.. Logs<CertificationFact>().Select(c => new Certification(new(c.Stream), c.Log))], Sequence)
    {
        Credits = [.. Credits()],
        Exemptions = [.. Logs<ExemptionFact>().Select(e => new Exemption(new(e.Stream), e.Log))],
    };

    public IEnumerable<(Guid Stream, FactLog<TFact> Log)> Logs<TFact>()
        where TFact : class, IFact =>
        Lines.Keys.Order().Select(stream => (stream, Log<TFact>(stream))).Where(l => l.Item2 is not null).Select(l => (l.stream, l.Item2!));

    /// <summary>The card as it was at an instant: what was recorded later is not on it.</summary>
    public Card KnownAt(DateTimeOffset instant) => this with
    {
        Lines = Lines.Select(l => (l.Key, Facts: l.Value.Where(f => f.RecordedAt <= instant).ToImmutableArray())).Where(l => !l.Facts.IsEmpty)
            .ToDictionary(l => l.Key, l => l.Facts),
    };

    /// <summary>The card with further facts of some streams.</summary>
    public Card With(IEnumerable<(Guid Stream, IEnumerable<Recorded<IFact>> Facts)> added)
    {
        var lines = new Dictionary<Guid, ImmutableArray<Recorded<IFact>>>(Lines);
        foreach (var (stream, facts) in added)
            lines[stream] = [.. lines.TryGetValue(stream, out var known) ? known : [], .. facts];
        return this with { Lines = lines };
    }

    /// <summary>Reads the cards of many therapists in one statement; therapists without one are left out.</summary>
    public static Task<IReadOnlyDictionary<Guid, Card>> ReadAsync(NpgsqlDataSource database, IEnumerable<Guid> therapists, CancellationToken cancellation) =>
        ReadAsync(database.CreateCommand($"SELECT {Columns} FROM {Tables.Schema}.eligibility_card WHERE therapist_id = ANY($1)"), therapists, cancellation);

    /// <summary>Reads cards within a transaction, without locking them.</summary>
    public static Task<IReadOnlyDictionary<Guid, Card>> ReadAsync(NpgsqlConnection connection, IEnumerable<Guid> therapists, CancellationToken cancellation)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM {Tables.Schema}.eligibility_card WHERE therapist_id = ANY($1)";
        return ReadAsync(command, therapists, cancellation);
    }

    /// <summary>Reads and locks cards until the transaction ends. Taken in the order of ids, so that two writers never wait for each other.</summary>
    public static Task<IReadOnlyDictionary<Guid, Card>> LockAsync(NpgsqlConnection connection, IEnumerable<Guid> therapists, CancellationToken cancellation)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM {Tables.Schema}.eligibility_card WHERE therapist_id = ANY($1) ORDER BY therapist_id FOR UPDATE";
        return ReadAsync(command, therapists, cancellation);
    }

    private static async Task<IReadOnlyDictionary<Guid, Card>> ReadAsync(NpgsqlCommand command, IEnumerable<Guid> therapists, CancellationToken cancellation)
    {
        await using var owned = command;
        command.Parameters.AddWithValue(therapists.ToArray());
        var cards = new Dictionary<Guid, Card>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            cards.Add(reader.GetGuid(0), ReadRow(reader));
        return cards;
    }

    private static Card ReadRow(DbDataReader row) => new(
        new(row.GetGuid(0)), CardLines.Read(System.Text.Encoding.UTF8.GetBytes(row.GetString(1))), row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3), row.GetInt64(4));
}
