using LicenseTracker.Api.Access;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Projections.Cards;
using Npgsql;

namespace LicenseTracker.Api.Eligibility;

/// <summary>Answers eligibility questions: however many, the cards come in one statement and the rest from memory.</summary>
public sealed class Deciding(NpgsqlDataSource database, ConditionCatalogue catalogue, TimeProvider clock)
{
    public async Task<IReadOnlyList<EligibilityDecisionNode>> DecideAsync(IReadOnlyList<EligibilityInput> inputs, Caller caller, CancellationToken cancellation)
    {
        var questions = inputs.Select(i => i.ToQuestion(caller, clock)).ToList();
        var visible = questions.Select(q => q.TherapistId).Where(t => May.SeeTherapist(caller, t)).Select(t => t.Value).ToHashSet();
        var cards = await Card.ReadAsync(database, visible, cancellation);
        return [.. questions.Select(q => Decide(q, cards.GetValueOrDefault(q.TherapistId.Value)))];
    }

    private EligibilityDecisionNode Decide(EligibilityQuestion question, Card? card) =>
        new(card, EligibilityDecider.Decide(question, card?.ToEligibilityCard(), catalogue, PolicyTimeline.Default));
}
