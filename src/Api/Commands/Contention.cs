using JasperFx;
using Npgsql;

namespace LicenseTracker.Api.Commands;

/// <summary>An order met others at the same record until its patience was over; nothing of it was recorded.</summary>
public sealed class RecordBusyException() : Exception("The record stayed busy for as long as the order could wait.");

/// <summary>Tells failures that the work of others caused: the transaction was rolled back, and the same order may succeed later.</summary>
public static class Contention
{
    /// <summary>Another writer came first: a further try sees what it did.</summary>
    public static bool IsConflict(Exception failure) =>
        Chain(failure).Any(e => e is ConcurrencyException or PostgresException { IsTransient: true, SqlState: not PostgresErrorCodes.LockNotAvailable });

    /// <summary>The record is busy: others hold it, or were faster at every try.</summary>
    public static bool IsBusy(Exception failure) => Chain(failure).Any(e =>
        e is RecordBusyException or ConcurrencyException
        or PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure });

    // Marten wraps what the database says.
    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            yield return failure;
    }
}
