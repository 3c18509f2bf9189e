using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Importing;
using LicenseTracker.Domain.Rosters;

namespace LicenseTracker.Api.Rosters;

/// <summary>Carries out what is decided about review items. The fact and the queue change together.</summary>
public static class RosterReviewHandler
{
    public static Task<Outcome> HandleAsync(Order<ResolveRosterReview> order, Recorder recorder, TimeProvider clock, CancellationToken cancellation) =>
        recorder.RunAsync(order.By, null, async recording =>
        {
            var id = order.Command.ReviewId;
            var item = await ReviewQueue.FindAsync(recording.Connection, id, cancellation);
            if (item is not null)
            {
                // Under the therapist's lock it is read again: somebody else may have resolved it meanwhile.
                await recording.LockAsync(item.TherapistId.Value, cancellation);
                item = await ReviewQueue.FindAsync(recording.Connection, id, cancellation);
            }

            var decision = ResolveRosterReview.Decide(order.Command, item);
            if (!decision.Accepted)
                return Outcome.Refused([.. decision.Refusals]);
            await ReviewQueue.ResolveAsync(recording.Connection, id, order.By.Subject, clock.GetUtcNow(), cancellation);
            return await Recorder.WriteAsync(recording, order, item!.TherapistId.Value, 0, decision, cancellation);
        }, cancellation);
}
