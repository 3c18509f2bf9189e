using System.Collections.Immutable;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Cards;

namespace LicenseTracker.Api.Importing;

/// <summary>The part of the record that the rows of one batch are about, as it becomes row by row.</summary>
internal sealed class BatchRecord(Dictionary<SsnHash, Guid> ssnOwners, HashSet<TherapistId> withSsn)
{
    private readonly Dictionary<Guid, KnownPerson> people = [];
    private readonly Dictionary<Guid, Dictionary<Guid, KnownLicense>> licenses = [];
    private readonly Dictionary<NumberKey, HashSet<Guid>> numbers = [];
    private readonly Dictionary<Guid, Guid> owners = [];
    private readonly HashSet<Guid> erased = [];
    private readonly List<(SsnHash, Guid)> newSsns = [];

    public IReadOnlyCollection<(SsnHash Hash, Guid Therapist)> NewSsns => newSsns;

    public async Task AddAsync(Card card, KnownPeople reader, Keyring keyring, CancellationToken cancellation)
    {
        var id = card.Id.Value;
        if (await keyring.FindAsync(id, cancellation) is null)
            erased.Add(id);
        people[id] = await reader.PersonAsync(card, cancellation);
        foreach (var (stream, log) in card.Logs<LicenseFact>())
            Set(id, await reader.LicenseAsync(card, stream, log, cancellation));
    }

    public bool IsErased(TherapistId therapist) => erased.Contains(therapist.Value);

    public KnownPerson? Person(TherapistId? therapist) => therapist is { } id ? people[id.Value] : null;

    public KnownLicense? License(LicenseId? license) => license is { } id ? licenses[owners[id.Value]][id.Value] : null;

    public RosterClues Clues(ReadRow row)
    {
        var says = row.Says!;
        var withNumber = row.Number is { } number && numbers.TryGetValue(NumberKey.Of(says.Profession, number), out var found)
            ? found.Order().Select(l => licenses[owners[l]][l].License.KnownAt(null)).OfType<LicenseTimeline>().Where(l => l.Jurisdiction == says.Jurisdiction).ToImmutableArray()
            : [];
        ImmutableArray<TherapistId> withSsnOfRow = [.. row.Ssn.Where(ssnOwners.ContainsKey).Select(h => new TherapistId(ssnOwners[h])).Distinct()];
        var ofOwner = withSsnOfRow is [var owner] && licenses.TryGetValue(owner.Value, out var theirs)
            ? theirs.Values.Select(l => l.License.KnownAt(null)).OfType<LicenseTimeline>()
                .Where(l => l.Jurisdiction == says.Jurisdiction && l.Profession == says.Profession).OrderBy(l => l.Id.Value).ToImmutableArray()
            : [];
        return new(withNumber, !row.Ssn.IsEmpty, withSsnOfRow, withSsn, ofOwner);
    }

    /// <summary>Counts in what a row brought.</summary>
    public void Apply(ReadRow row, Reconciliation result)
    {
        var id = result.Person!.Therapist.Id.Value;
        people[id] = result.Person;
        Set(id, result.License!);
        foreach (var hash in row.Ssn.Where(h => ssnOwners.TryAdd(h, id)))
        {
            newSsns.Add((hash, id));
            withSsn.Add(new(id));
        }
    }

    private void Set(Guid therapist, KnownLicense license)
    {
        var id = license.License.Id.Value;
        owners[id] = therapist;
        if (!licenses.TryGetValue(therapist, out var theirs))
            licenses[therapist] = theirs = [];
        theirs[id] = license;
        if (license.License.KnownAt(null) is not { } timeline)
            return;
        foreach (var number in timeline.Numbers)
        {
            var key = NumberKey.Of(timeline.Profession, number);
            if (!numbers.TryGetValue(key, out var found))
                numbers[key] = found = [];
            found.Add(id);
        }
    }
}
