using System.Security.Cryptography;
using System.Text;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Importing;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Projections.Facts;
using Marten;
using Npgsql;

namespace LicenseTracker.Api.Demo;

/// <summary>
/// Records the demonstration's history: the script's commands in the order of their instants, a quarter of a year of one record at a
/// time. Each such batch is one transaction under a key of its own, so a load that was killed is taken up where it ended.
/// </summary>
public sealed class DemoLoader(IDocumentStore store, Keyring keyring, NpgsqlDataSource database, SsnHasher hasher)
{
    /// <summary>Records what is not yet recorded of the demonstration that was first run on this day.</summary>
    /// <param name="batches">Stops after so many batches; null: not before the end.</param>
    /// <exception cref="InvalidOperationException">A command of the script was refused.</exception>
    public async Task LoadAsync(DateOnly day, int? batches, CancellationToken cancellation)
    {
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        // Within a quarter the registry comes first: a clinic engages who is on record.
        var script = DemoScript.Write(day).GroupBy(s => (Quarter: s.At.Year * 4 + (s.At.Month - 1) / 3, s.Clinic))
            .OrderBy(b => b.Key.Quarter).ThenBy(b => b.Key.Clinic?.Name, StringComparer.Ordinal).ToList();
        foreach (var (number, batch) in script.Index().Take(batches ?? script.Count))
        {
            // The last batch says that all is loaded.
            if (number == script.Count - 1)
                await new DemoRoster(store, keyring, database, hasher).ImportAsync(day, cancellation);
            await RecordAsync(DemoDay.Key(day, number, last: number == script.Count - 1), [.. batch], cancellation);
        }
    }

    private async Task RecordAsync(string key, IReadOnlyList<Step> steps, CancellationToken cancellation)
    {
        var clock = new DemoClock(steps[0].At);
        var recorder = new Recorder(store, keyring, new CommandLimits(), clock, new DemoIds(key));
        var clinic = steps[0].Clinic;
        var by = clinic is null ? DemoPersonas.Registrar : DemoPersonas.ManagerOf(clinic);
        var order = new OrderContext(
            by.Subject, by.Name, StoredName.Of(by.Role), DemoDay.Mutation, key, SHA256.HashData(Encoding.UTF8.GetBytes(key)), key);
        var outcome = await recorder.RunAsync(order, clinic?.Id.Value.ToString(), async recording =>
        {
            var desk = new Desk(recording, clock, cancellation);
            await desk.OpenAsync(steps.Select(s => s.Therapist?.Value).OfType<Guid>().Distinct());
            foreach (var step in steps)
            {
                clock.Instant = step.At;
                desk.Actor = step.By is { } who ? As(order, who) : order;
                await step.GiveAsync(desk);
            }

            foreach (var who in steps.Select(s => s.By).OfType<Caller>().DistinctBy(c => c.Subject))
                await Actors.NameAsync(recording.Connection, As(order, who), cancellation);
            return new Outcome(desk.Last.Stream, desk.Last.Version, [desk.Last.Fact], [], []);
        }, cancellation);
        if (!outcome.Accepted)
            throw new InvalidOperationException($"The demonstration's batch {key} was refused as {outcome.Refusals[0].Code}.");
    }

    private static OrderContext As(OrderContext order, Caller who) => order with { Subject = who.Subject, Name = who.Name, Role = StoredName.Of(who.Role) };
}
