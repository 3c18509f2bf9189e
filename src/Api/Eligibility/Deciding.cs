using LicenseTracker.Api.Access;
using LicenseTracker.Api.Policies;
using LicenseTracker.Api.RuleBooks;
using LicenseTracker.Api.WhatIf;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.Cards;
using Npgsql;

namespace LicenseTracker.Api.Eligibility;

/// <summary>
/// Answers eligibility questions: however many, for however many clinics, one statement reads the cards and says how new the policies and the rule
/// books are, and the rest comes from memory.
/// </summary>
public sealed class Deciding(NpgsqlDataSource database, ConditionCatalogue catalogue, PolicyMemory memory, RuleBookMemory shelf, Supposing supposing, TimeProvider clock)
{
    public async Task<IReadOnlyList<EligibilityDecisionNode>> DecideAsync(IReadOnlyList<EligibilityInput> inputs, Caller caller, CancellationToken cancellation)
    {
        var asked = inputs.Select(i => (Input: i, Question: i.ToQuestion(caller, clock), Clinic: i.ClinicOf(caller))).ToList();
        var reading = await DecisionReader.ReadAsync(
            database,
            asked.Where(a => May.SeeTherapist(caller, a.Question.TherapistId)).Select(a => CardOf(a.Question)).ToHashSet(),
            asked.Select(a => a.Clinic).OfType<ClinicId>().ToHashSet(),
            asked.SelectMany(a => BooksFor(a.Question)).ToHashSet(),
            cancellation);
        asked.ForEach(a => a.Input.CheckClinicIsKnown(reading.PolicyVersions, caller));
        var policies = await memory.AtLeastAsync(reading.PolicyVersions, cancellation);
        var books = await shelf.AtLeastAsync(reading.RuleBookVersions, cancellation);
        return
        [
            .. asked.Select(a => Decide(
                a.Input, a.Question, reading.Cards.GetValueOrDefault(CardOf(a.Question)),
                a.Clinic is { } clinic ? policies.GetValueOrDefault(clinic)?.KnownAt(a.Question.KnownAt) : null,
                jurisdiction => books[jurisdiction].KnownAt(a.Question.KnownAt))),
        ];
    }

    private static (Guid Therapist, DateTimeOffset? KnownAt) CardOf(EligibilityQuestion question) => (question.TherapistId.Value, question.KnownAt?.ToUniversalTime());

    /// <summary>Where the compact holds, a license of any state may be the one that counts, by the book of its own state.</summary>
    private static Jurisdiction[] BooksFor(EligibilityQuestion question) =>
        JurisdictionInfo.Of(question.Jurisdiction).CompactMemberSince is null ? [question.Jurisdiction] : Enum.GetValues<Jurisdiction>();

    private EligibilityDecisionNode Decide(
        EligibilityInput input, EligibilityQuestion question, DecisionCard? card, PolicyTimeline? policies, Func<Jurisdiction, KnownRuleBook> books)
    {
        // Of somebody who was not yet on record nothing can be supposed.
        if (card?.Card.Therapist()?.KnownAt(question.KnownAt) is null || input.WhatIf is not { Count: > 0 } whatIf)
            return new(card?.Card, EligibilityDecider.Decide(question, card?.ToEligibilityCard(), catalogue, policies ?? PolicyTimeline.Default, books));
        var there = LicensesThere.Of(card.ToEligibilityCard(), question.Jurisdiction, question.Profession, question.On, question.KnownAt).FirstOrDefault();
        var (supposed, book) = supposing.On(card.Card, books(question.Jurisdiction), new(whatIf, question.On, question.KnownAt, there?.Id));
        var decision = EligibilityDecider.Decide(
            question, (card with { Card = supposed }).ToEligibilityCard(), catalogue, policies ?? PolicyTimeline.Default,
            jurisdiction => jurisdiction == question.Jurisdiction ? book : books(jurisdiction));
        return new(card.Card, decision);
    }
}
