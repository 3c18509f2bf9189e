using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Rosters;

namespace LicenseTracker.Api.Importing;

/// <summary>What all batches of one import share.</summary>
internal sealed record ImportContext(ImportEntry Entry, Profile Profile, Keyring Keyring, Ids Ids, TimeProvider Clock, SsnHasher Hasher, bool DryRun)
{
    public FactSource SourceOf(ReadRow row) => new(Entry.Profile, Entry.File, Entry.Sha256, row.Row, Entry.RetrievedAt, Entry.Id, row.Raw);
}

/// <summary>
/// Some hundred rows as one unit of work: look up whom they are about, lock those cards, reconcile row by row, and append. A constant
/// number of statements, however many rows.
/// </summary>
internal sealed class ImportBatch(ImportContext import, Recording recording, IReadOnlyList<ReadRow> rows)
{
    private readonly List<QueuedReview> reviews = [];
    private readonly Dictionary<Guid, DateOnly> agreed = [];
    private readonly HashSet<Guid> compared = [];

    public async Task<IReadOnlyList<RowVerdict>> RunAsync(CancellationToken cancellation)
    {
        var record = await LoadAsync(cancellation);
        var verdicts = new List<RowVerdict>(rows.Count);
        foreach (var row in rows)
            verdicts.Add(row.Says is null ? NotUnderstood(row) : await DecideAsync(record, row, row.Says, cancellation));
        await RosterLookups.KeepSsnsAsync(recording.Connection, record.NewSsns, cancellation);
        var now = import.Clock.GetUtcNow();
        await ReviewQueue.AddAsync(recording, reviews, import.Entry, import.Hasher, now, cancellation);
        await RosterLookups.KeepAgreementsAsync(recording.Connection, import.Entry.Profile, agreed, cancellation);
        if (import.Entry.Round is { } round)
        {
            await ReviewQueue.SettleAsync(recording.Connection, compared, import.Entry, now, cancellation);
            await Sightings.AddAsync(
                recording.Connection, import.Entry.Profile, StoredName.Of(import.Entry.Jurisdiction), round.Number, round.Since,
                agreed.Keys, cancellation);
        }

        return verdicts;
    }

    private async Task<BatchRecord> LoadAsync(CancellationToken cancellation)
    {
        var understood = rows.Where(r => r.Says is not null).ToList();
        var keys = understood.Where(r => r.Number is not null).Select(r => NumberKey.Of(r.Says!.Profession, r.Number!)).ToHashSet();
        var found = await RosterLookups.NumbersAsync(recording.Connection, import.Entry.Jurisdiction, keys, cancellation);
        var owners = await RosterLookups.SsnOwnersAsync(recording.Connection, understood.SelectMany(r => r.Ssn).Distinct(), cancellation);
        var therapists = found.Select(f => f.Therapist).Concat(owners.Values).ToHashSet();
        var cards = import.DryRun ? await recording.ReadAsync(therapists, cancellation) : await recording.LockAsync(therapists, cancellation);
        await RefuseRacesAsync(keys, found, cancellation);
        await import.Keyring.PreloadAsync(therapists, cancellation);
        var record = new BatchRecord(owners, await RosterLookups.WithSsnAsync(recording.Connection, therapists, cancellation));
        var licenses = cards.Values.SelectMany(c => c.Logs<LicenseFact>()).Select(l => l.Stream);
        var reader = new KnownPeople(import.Keyring, await RosterLookups.AgreementsAsync(recording.Connection, import.Entry.Profile, licenses, cancellation));
        foreach (var card in cards.Values)
            await record.AddAsync(card, reader, import.Keyring, cancellation);
        return record;
    }

    /// <summary>Cards first, numbers second, as every command locks them; a number granted by somebody else in between is looked up anew.</summary>
    private async Task RefuseRacesAsync(
        HashSet<NumberKey> keys, List<(NumberKey Key, Guid License, Guid Therapist)> found, CancellationToken cancellation)
    {
        // A dry run is one long transaction: it would hold more locks than the server has room for, and it grants nothing.
        var free = keys.Except(found.Select(f => f.Key)).ToList();
        if (import.DryRun || free.Count == 0)
            return;
        await RosterLookups.LockNumbersAsync(recording.Connection, import.Entry.Jurisdiction, free, cancellation);
        if ((await RosterLookups.NumbersAsync(recording.Connection, import.Entry.Jurisdiction, free, cancellation)).Count > 0)
            throw new NumberRaceException();
    }

    private async Task<RowVerdict> DecideAsync(BatchRecord record, ReadRow row, RosterRow says, CancellationToken cancellation)
    {
        var clues = record.Clues(row);
        var match = RosterIdentity.Find(says, clues);
        var involved = match.Therapist ?? clues.WithNumber.Select(l => (TherapistId?)l.TherapistId).FirstOrDefault() ?? clues.WithSsn.Select(t => (TherapistId?)t).FirstOrDefault();
        if (involved is { } person && record.IsErased(person))
            return Verdict(row, Reconciliation.Refused(RosterIdentity.Erased), null, null);
        var result = match.Refusal is { } refusal ? Reconciliation.Refused(refusal)
            : match.Conflict is { } conflict ? Reconciliation.ForReview(conflict)
            : RosterReconciliation.Decide(says, NewIds(), record.Person(match.Therapist), record.License(match.License));
        if (result.Verdict == Domain.Rosters.Verdict.Refused)
            return Verdict(row, result, match.Therapist?.Value, match.License?.Value);

        var therapist = result.Person?.Therapist.Id.Value ?? involved!.Value.Value;
        var license = result.License?.License.Id.Value ?? match.License?.Value;
        if (result.Person is not null)
        {
            await AppendAsync(row, result, isNewPerson: match.Therapist is null, cancellation);
            record.Apply(row, result);
        }

        Guid[] others = match.Conflict is null ? [] : [.. clues.WithNumber.Select(l => l.TherapistId).Concat(clues.WithSsn).Select(t => t.Value).Distinct().Where(t => t != therapist)];
        var isOutdated = record.License(match.License)?.AgreedOn > says.RetrievedOn;
        reviews.AddRange(result.Reviews.Select(item => new QueuedReview(import.Ids.New(import.Clock.GetUtcNow()), item, therapist, license, row, others, isOutdated)));
        if (result.License is not null && says.Status.Status != RosterStatus.Unknown)
            compared.Add(license!.Value);
        if (result.Reviews.IsEmpty && license is { } agreeing)
            agreed[agreeing] = says.RetrievedOn;
        else if (license is { } doubtful)
            agreed.Remove(doubtful);
        return Verdict(row, result, therapist, license);
    }

    private async Task AppendAsync(ReadRow row, Reconciliation result, bool isNewPerson, CancellationToken cancellation)
    {
        var source = import.SourceOf(row);
        var (person, license) = (result.Person!.Therapist, result.License!.License);
        if (isNewPerson)
            recording.AddTherapist(person.Id.Value);
        await recording.AppendAsync(person.Id.Value, person.Id.Value, person.Version - result.TherapistFacts.Length, result.TherapistFacts, source, cancellation);
        await recording.AppendAsync(person.Id.Value, license.Id.Value, license.Version - result.LicenseFacts.Length, result.LicenseFacts, source, cancellation);
    }

    private RosterIds NewIds()
    {
        var now = import.Clock.GetUtcNow();
        return new(new(import.Ids.New(now)), new(import.Ids.New(now)), new(import.Ids.New(now)), new(import.Ids.New(now)));
    }

    private RowVerdict Verdict(ReadRow row, Reconciliation result, Guid? therapist, Guid? license) => new(
        row.Row, row.Line, result.Verdict, row.Number, therapist, license,
        [.. result.TherapistFacts.Select(f => FactNames.Of(f)), .. result.LicenseFacts.Select(f => FactNames.Of(f))],
        [
            .. result.Refusals.Select(r => RowReason.Of(ReasonKind.Refused, r, import.Profile)),
            .. result.Reviews.Select(r => RowReason.Of(r, import.Profile)),
            .. result.Warnings.Select(w => RowReason.Of(ReasonKind.Warning, w, import.Profile)),
        ]);

    private static RowVerdict NotUnderstood(ReadRow row) => new(
        row.Row, row.Line, Domain.Rosters.Verdict.Refused, row.Number, null, null, [], [.. row.Problems.Select(p => new RowReason(ReasonKind.Refused, p.Code, p.Column, p.Message))]);
}

/// <summary>Somebody else granted a number of this batch meanwhile: look it up again.</summary>
public sealed class NumberRaceException() : Exception("A license number was granted by somebody else meanwhile.");
