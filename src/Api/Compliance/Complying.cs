using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.RuleBooks;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.WhatIf;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Projections.Cards;

namespace LicenseTracker.Api.Compliance;

/// <summary>A question for the continuing education of one license's cycle.</summary>
/// <param name="LicenseId">Which license; null: the one in force there, or else the last that was.</param>
public sealed record ComplianceAsked(
    Jurisdiction Jurisdiction, Profession Profession, RelayId? LicenseId, DateOnly? On, DateTimeOffset? KnownAt, IReadOnlyList<HypotheticalInput> WhatIf);

/// <summary>Answers it from a card and a rule book.</summary>
public sealed class Complying(ConditionCatalogue catalogue, Supposing supposing, TimeProvider clock)
{
    public ComplianceReportNode? Answer(Card card, ComplianceAsked asked, KnownRuleBooks books)
    {
        var knownAt = KnownAt.Checked(asked.KnownAt, clock);
        var on = asked.On ?? JurisdictionInfo.Of(asked.Jurisdiction).DateAt(clock.GetUtcNow());
        if (Find(card.ToEligibilityCard(), asked, on, knownAt) is not { } license)
            return null;
        var (supposed, book) = supposing.On(card, books.KnownAt(knownAt), new(asked.WhatIf, on, knownAt, license));
        var record = supposed.ToEligibilityCard();
        return record.Licenses.First(l => l.Id == license).KnownAt(knownAt) is { } known
            && LicenseCompliance.On(on, known, CeRecord.Of(record, catalogue, knownAt), book) is { } compliance
            ? new(card, supposed, compliance, on, knownAt)
            : null;
    }

    /// <summary>Null: no license there.</summary>
    private static LicenseId? Find(EligibilityCard card, ComplianceAsked asked, DateOnly on, DateTimeOffset? knownAt)
    {
        if (card.Therapist?.KnownAt(knownAt) is null)
            return null;
        var there = LicensesThere.Of(card, asked.Jurisdiction, asked.Profession, on, knownAt);
        if (asked.LicenseId is not { } named)
            return there.FirstOrDefault()?.Id;
        return there.FirstOrDefault(l => l.Id.Value == named.As(LicenseNode.Type))?.Id
            ?? throw new InvalidInputError("licenseId names no license of this therapist there. Leave it out, or name one of their licenses in this jurisdiction and profession.");
    }
}
