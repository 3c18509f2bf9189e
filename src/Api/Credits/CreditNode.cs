using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Credits;

/// <summary>CE hours earned by one completed course, as declared by whoever submitted them, with what became of the declaration.</summary>
/// <param name="card">The therapist's card.</param>
/// <param name="id">The credit.</param>
/// <param name="atVersion">The version it is shown at; null: the newest. A mutation's answer shows the version it made.</param>
public sealed class CreditNode(Card card, CreditId id, long? atVersion = null) : INode
{
    public const string Type = "Credit";

    private readonly FactLog<CreditFact> log = card.Log<CreditFact>(id.Value)!.AtVersion(atVersion);

    private CreditRecord? Known => new Credit(id, log).KnownAt(null);

    /// <summary>The submission says what it is, even when it was voided.</summary>
    private CreditDeclaration Declared => Known?.Declaration ?? log.Facts.Select(f => f.Fact).OfType<CreditSubmitted>().First().Declaration;

    /// <summary>The credit's id.</summary>
    public RelayId Id => new(Type, id.Value);

    /// <summary>What became of it. A credit whose submission was voided counts as withdrawn.</summary>
    public CreditStatus Status => Known?.Status ?? CreditStatus.Withdrawn;

    /// <summary>Version of its record; a change carries the version it was decided on.</summary>
    public long Version => log.Version;

    /// <summary>Who completed the course.</summary>
    public TherapistNode Therapist => new(card);

    /// <summary>What the course is called.</summary>
    public string CourseTitle => Declared.CourseTitle;

    /// <summary>The provider's number for the course.</summary>
    public string? CourseNumber => Declared.CourseNumber;

    /// <summary>Who gave it.</summary>
    public Provider Provider => Declared.Provider;

    /// <summary>The day it was completed.</summary>
    public DateOnly CompletedOn => Declared.CompletedOn;

    /// <summary>The first day of the course; null: not said.</summary>
    public DateOnly? StartedOn => Declared.StartedOn;

    /// <summary>How it was given.</summary>
    public Delivery Delivery => Declared.Delivery;

    /// <summary>By what the hours were earned: a code of creditActivities.</summary>
    public string Activity => Declared.Activity;

    /// <summary>The jurisdiction whose law was taught; null: not said, or no law was.</summary>
    public Jurisdiction? LawOf => Declared.LawOf;

    /// <summary>The hours of each category, as declared: nothing is converted.</summary>
    public IReadOnlyList<CategoryHoursNode> Hours => CategoryHoursNode.Of(Declared);

    /// <summary>How much of all hours was practised by hand; null: not said.</summary>
    public decimal? HandsOnHours => Declared.HandsOn?.Hundredths / 100m;

    /// <summary>The minutes of the declared hours: 60, or 50.</summary>
    public int HourMinutes => Declared.HourMinutes;

    /// <summary>How the certificate itself states the amount where it does not count hours, as "0.6 CEU".</summary>
    public string? StatedAs => Declared.StatedAs;

    /// <summary>SHA-256 of the certificate's file, hexadecimal; null: none was given.</summary>
    public string? CertificateSha256 => Declared.CertificateSha256;

    /// <summary>Since when its present values are on record: a waiting credit waits from here. Null when its submission was voided.</summary>
    public DateTimeOffset? SubmittedAt => Known?.DeclaredAt;

    /// <summary>Who gave it its present values; null to a caller who may not read the history.</summary>
    public IDataLoaderResult<Actor?> SubmittedBy(Caller caller, [FromServices] FactActorLoader actors) =>
        Known is { } known && May.SeeHistory(caller, card.Id)
            ? actors.Load((id.Value, log.Facts.First(f => f.Id == known.DeclaredBy).Version))
            : LoadedValues.Ready<Actor?>(null);

    /// <summary>Why it is rejected; null otherwise, or to a caller who may not see personal data.</summary>
    public IDataLoaderResult<string?> Rejection(Caller caller, [FromServices] IPersonalReader personal, [FromServices] DataKeyLoader keys) =>
        SealedTextLoader.Open(card, id.Value, log, Status is CreditStatus.Rejected ? Known?.ReasonAt : null, caller, personal, keys);

    /// <summary>Why it is revoked; null otherwise, or to a caller who may not see personal data.</summary>
    public IDataLoaderResult<string?> Revocation(Caller caller, [FromServices] IPersonalReader personal, [FromServices] DataKeyLoader keys) =>
        SealedTextLoader.Open(card, id.Value, log, Status is CreditStatus.Revoked ? Known?.ReasonAt : null, caller, personal, keys);

    /// <summary>How it was verified; null otherwise, or to a caller who may not see personal data.</summary>
    public IDataLoaderResult<string?> Verification(Caller caller, [FromServices] IPersonalReader personal, [FromServices] DataKeyLoader keys) =>
        SealedTextLoader.Open(card, id.Value, log, Known?.MethodAt, caller, personal, keys);

    /// <summary>Other credits of the therapist, not withdrawn, that seem to be for the same course: one certificate counts once.</summary>
    public IReadOnlyList<CreditNode> PossibleDuplicates =>
        [.. Duplicates.Of(Declared, card.Credits().Where(c => c.Id != id).Select(c => c.KnownAt(null)).OfType<CreditRecord>()).Select(c => new CreditNode(card, c.Id))];

    /// <summary>The credit as known at an instant or as on record at a version; null when it was not known then.</summary>
    /// <param name="knownAt">By what was known then; not together with version.</param>
    /// <param name="version">By the first facts of its record, up to this one; null is answered where it has not come so far.</param>
    public CreditSnapshot? AsOf([FromServices] TimeProvider clock, DateTimeOffset? knownAt, long? version)
    {
        if (knownAt is not null && version is not null)
            throw new InvalidInputError("Give knownAt or version, not both: each says by itself which facts count.");
        if (version > log.Version)
            return null;
        var past = log.KnownAt(KnownAt.Checked(knownAt, clock)).AtVersion(version);
        return new Credit(id, past).KnownAt(null) is { } known ? CreditSnapshot.Of(known, past.Version, knownAt) : null;
    }

    /// <summary>Every fact of the credit, in the order recorded.</summary>
    /// <param name="filter">Which facts; absent: all.</param>
    public IDataLoaderResult<Connection<HistoryEntryNode>> History(
        [FromServices] HistoryLoader history, Caller caller, HistoryFilter? filter, int? first, string? after, int? last, string? before) =>
        history.OfStream(card, id.Value, caller, filter, (first, after, last, before));
}
