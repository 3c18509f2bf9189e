using System.Collections.Immutable;
using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Credits;

namespace LicenseTracker.Api.Credits;

/// <summary>Carries out every command on a credit.</summary>
public static class CreditHandler
{
    public static Task<Outcome> HandleAsync(Order<SubmitCredit> order, Recorder recorder, TimeProvider clock, CancellationToken cancellation) =>
        recorder.RunAsync(order.By, null, async recording =>
        {
            var therapist = order.Command.TherapistId.Value;
            var card = await recording.LockAsync(therapist, cancellation);
            var decision = SubmitCredit.Decide(order.Command, card?.Therapist(), card?.Credits() ?? [], Limits(clock));
            return await Recorder.WriteAsync(recording, order, therapist, 0, decision, cancellation);
        }, cancellation);

    public static Task<Outcome> HandleAsync(Order<ResubmitCredit> order, Recorder recorder, TimeProvider clock, CancellationToken cancellation) =>
        recorder.ChangeAsync<ResubmitCredit, Credit, CreditFact>(order, Load, (c, credit) => ResubmitCredit.Decide(c, credit, Limits(clock)), cancellation);

    public static Task<Outcome> HandleAsync(Order<WithdrawCredit> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<WithdrawCredit, Credit, CreditFact>(order, Load, WithdrawCredit.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<VerifyCredit> order, Recorder recorder, CancellationToken cancellation) =>
        ReviewAsync(order, recorder, VerifyCredit.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<RejectCredit> order, Recorder recorder, CancellationToken cancellation) =>
        ReviewAsync(order, recorder, RejectCredit.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<RevokeCredit> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<RevokeCredit, Credit, CreditFact>(order, Load, RevokeCredit.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<CorrectCreditFact> order, Recorder recorder, TimeProvider clock, CancellationToken cancellation) =>
        recorder.ChangeAsync<CorrectCreditFact, Credit, CreditFact>(order, Load, (c, credit) => CorrectCreditFact.Decide(c, credit, Limits(clock)), cancellation);

    public static Task<Outcome> HandleAsync(Order<VoidCreditFact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<VoidCreditFact, Credit, CreditFact>(order, Load, VoidCreditFact.Decide, cancellation);

    /// <summary>Facts on the card do not say who recorded them: what else is in order is decided anew once the submitters are read.</summary>
    private static Task<Outcome> ReviewAsync<TCommand>(
        Order<TCommand> order, Recorder recorder, Func<TCommand, Credit?, IReadOnlySet<string>, Decision<CreditFact>> decide, CancellationToken cancellation)
        where TCommand : IChange =>
        recorder.ChangeAsync<TCommand, Credit, CreditFact>(
            order, Load, (c, credit) => decide(c, credit, ImmutableHashSet<string>.Empty), cancellation,
            async (recording, credit, _) => decide(order.Command, credit, await Submitters.OfAsync(recording.Connection, credit.Id, cancellation)));

    private static Credit Load(Guid id, FactLog<CreditFact> log) => new(new(id), log);

    private static DeclarationLimits Limits(TimeProvider clock) => DeclarationLimits.At(CreditCategories.Shipped, clock.GetUtcNow());
}
