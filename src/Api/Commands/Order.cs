using System.Diagnostics;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Commands;

/// <summary>A command with who gives it. Wolverine carries it to the handler of <typeparamref name="TCommand"/>.</summary>
public sealed record Order<TCommand>(TCommand Command, OrderContext By)
    where TCommand : notnull;

/// <summary>Who orders, and under which key.</summary>
/// <param name="Subject">The actor's id, as their token states it.</param>
/// <param name="Mutation">The mutation's name; a key belongs to actor and mutation.</param>
/// <param name="Key">The caller's idempotency key.</param>
/// <param name="Digest">Keyed digest of the canonical input: tells a repeated command from a key used twice.</param>
/// <param name="Correlation">The request's id.</param>
/// <param name="Source">Where an imported fact came from; null when entered by hand.</param>
public sealed record OrderContext(
    string Subject, string Name, string Role, string Mutation, string Key, byte[] Digest, string Correlation, FactSource? Source = null)
{
    private long firstTriedAt;

    /// <summary>
    /// How long it has been tried: all tries share one patience. It begins with the first try, since what comes before that, as the
    /// compilation of a handler, is nobody's lock.
    /// </summary>
    public TimeSpan TriedFor()
    {
        Interlocked.CompareExchange(ref firstTriedAt, Stopwatch.GetTimestamp(), 0);
        return Stopwatch.GetElapsedTime(firstTriedAt);
    }
}
