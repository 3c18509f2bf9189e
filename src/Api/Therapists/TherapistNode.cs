using System.Globalization;
using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.CeAudits;
using LicenseTracker.Api.Certifications;
using LicenseTracker.Api.Compliance;
using LicenseTracker.Api.Credits;
using LicenseTracker.Api.Exemptions;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.RuleBooks;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.WhatIf;
using LicenseTracker.Domain.CeAudits;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Therapists;

namespace LicenseTracker.Api.Therapists;

/// <summary>The person: has licenses, credits and certifications.</summary>
/// <param name="card">The therapist's card.</param>
/// <param name="atVersion">The version of their own record to show; null: the newest. A mutation's answer shows the version it made.</param>
public sealed class TherapistNode(Card card, long? atVersion = null) : INode
{
    public const string Type = "Therapist";

    /// <summary>The therapist's id.</summary>
    public RelayId Id => new(Type, card.Id.Value);

    /// <summary>The name as one writes it; null after erasure, where the source has none, or to a caller who may not see it.</summary>
    public IDataLoaderResult<string?> Name(
        Caller caller, [FromServices] TherapistRowLoader rows, [FromServices] DataKeyLoader keys, [FromServices] IPersonalReader personal) =>
        !May.SeeName(caller, card.Id) ? LoadedValues.Ready<string?>(null)
        : atVersion is null ? rows.Load(card.Id.Value).Then(row => row?.Name)
        : keys.Load(card.Id.Value).Then(async (_, cancellation) => (await TherapistRow.OfAsync(card, personal, cancellation, atVersion))?.Name);

    /// <summary>National Provider Identifier, ten digits; null where none is known.</summary>
    public string? Npi => card.Therapist()?.AtVersion(atVersion)?.Npi;

    /// <summary>Version of the therapist's own record; a change carries the version it was decided on.</summary>
    public long Version => atVersion ?? card.Therapist()?.Version ?? 0;

    /// <summary>The therapist's licenses in all jurisdictions, in the order recorded.</summary>
    public Connection<LicenseNode> Licenses([FromServices] Pager pager, int? first, string? after) =>
        pager.Slice(pager.Page(first, after), [.. card.Logs<LicenseFact>()], l => Key(l.Stream), l => new LicenseNode(card, new(l.Stream)));

    /// <summary>The therapist's modality credentials and trainings, in the order recorded.</summary>
    public Connection<CertificationNode> Certifications([FromServices] Pager pager, int? first, string? after) =>
        pager.Slice(pager.Page(first, after), [.. card.Logs<CertificationFact>()], c => Key(c.Stream), c => new CertificationNode(card, new(c.Stream)));

    /// <summary>The therapist's continuing-education credits as known now, in the order submitted. Only verified ones satisfy a requirement.</summary>
    /// <param name="filter">Which credits; absent: all.</param>
    public Connection<CreditNode> Credits([FromServices] Pager pager, CreditFilter? filter, int? first, string? after) => pager.Slice(
        pager.Page(first, after), [.. card.Credits().Where(c => c.KnownAt(null) is { } known && filter?.Takes(known) != false)],
        c => Key(c.Id.Value), c => new CreditNode(card, c.Id));

    /// <summary>The exemptions from continuing education that were asked for, in the order recorded.</summary>
    public Connection<ExemptionNode> Exemptions([FromServices] Pager pager, int? first, string? after) =>
        pager.Slice(pager.Page(first, after), [.. card.Logs<ExemptionFact>()], e => Key(e.Stream), e => new ExemptionNode(card, new(e.Stream)));

    /// <summary>The boards' audits of the therapist's continuing education, in the order recorded. An audit is no discipline.</summary>
    public Connection<CeAuditNode> CeAudits([FromServices] Pager pager, int? first, string? after) =>
        pager.Slice(pager.Page(first, after), [.. card.Logs<CeAuditFact>()], a => Key(a.Stream), a => new CeAuditNode(card, new(a.Stream)));

    /// <summary>
    /// Whether the continuing education of the license's cycle is done by the rules of its state: the cycle that holds on the date. Null: no license
    /// there by then, or no rules for its profession.
    /// </summary>
    /// <param name="jurisdiction">The state that issued the license.</param>
    /// <param name="licenseId">Which license, where there are several; default: the one in force on the date, or else the last that was.</param>
    /// <param name="on">Judge what was completed by this date; default: today in the jurisdiction.</param>
    /// <param name="knownAt">Judge by what was known then, by the rule book of then; default: by everything recorded.</param>
    /// <param name="whatIf">Suppose this first, in this order. Nothing is recorded.</param>
    /// <param name="profession">In which profession.</param>
    public IDataLoaderResult<ComplianceReportNode?> Compliance(
        Jurisdiction jurisdiction, RelayId? licenseId, DateOnly? on, DateTimeOffset? knownAt, IReadOnlyList<HypotheticalInput>? whatIf,
        [FromServices] RuleBookLoader books, [FromServices] Complying complying, Profession? profession = Profession.MassageTherapist) =>
        books.Load(jurisdiction).Then(known => complying.Answer(
            card, new(jurisdiction, profession ?? Profession.MassageTherapist, licenseId, on, knownAt, whatIf ?? []), known!));

    /// <summary>Every fact about the therapist, their licenses, certifications, credits, exemptions and audits, in the order recorded.</summary>
    /// <param name="filter">Which facts; absent: all.</param>
    public IDataLoaderResult<Connection<HistoryEntryNode>> History(
        [FromServices] HistoryLoader history, Caller caller, HistoryFilter? filter, int? first, string? after, int? last, string? before) =>
        history.OfTherapist(card, caller, filter, (first, after, last, before));

    private static string Key(Guid stream) => stream.ToString("N", CultureInfo.InvariantCulture);
}
