using LicenseTracker.Domain.Credits;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.Credits;

/// <summary>One credit that waits for review.</summary>
/// <param name="DeclaredAt">Since when.</param>
public sealed record WaitingCredit(Guid Credit, Guid Therapist, DateTimeOffset DeclaredAt)
{
    private const char Separator = '/';

    /// <summary>The place in the queue: the instant in microseconds, then the id.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(DeclaredAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}{Separator}{Credit}");

    /// <summary>Reads a place; null when the text is none, as the place of another list.</summary>
    public static WaitingCredit? Read(string key) =>
        key.Split(Separator) is [var micros, var id] && long.TryParse(micros, System.Globalization.CultureInfo.InvariantCulture, out var at)
            && at is >= 0 and < long.MaxValue / 100 && Guid.TryParseExact(id, "D", out var credit)
            ? new(credit, Guid.Empty, DateTimeOffset.UnixEpoch.AddTicks(at * TimeSpan.TicksPerMicrosecond))
            : null;
}

/// <summary>The credits that wait for review, oldest first.</summary>
public static class ReviewQueue
{
    private static readonly string Waiting = StoredName.Of(CreditStatus.Submitted);

    /// <param name="after">Place after which to begin; null: from the start.</param>
    /// <param name="before">Place before which to end; null: to the end.</param>
    /// <param name="backward">Read from the end; rows come in reverse order.</param>
    public static async Task<IReadOnlyList<WaitingCredit>> PageAsync(
        NpgsqlDataSource database, WaitingCredit? after, WaitingCredit? before, bool backward, int take, CancellationToken cancellation)
    {
        var order = backward ? "DESC" : "ASC";
        await using var command = database.CreateCommand(
            $"""
            SELECT credit_id, therapist_id, declared_at FROM {Tables.Schema}.credit_view
            WHERE status = $1 AND (declared_at, credit_id) > ($2, $3) AND (declared_at, credit_id) < ($4, $5)
            ORDER BY declared_at {order}, credit_id {order} LIMIT $6
            """);
        command.Parameters.AddWithValue(Waiting);
        command.Parameters.AddWithValue(after?.DeclaredAt ?? DateTimeOffset.MinValue);
        command.Parameters.AddWithValue(after?.Credit ?? Guid.Empty);
        command.Parameters.AddWithValue(before?.DeclaredAt ?? DateTimeOffset.MaxValue);
        command.Parameters.AddWithValue(before?.Credit ?? Guid.AllBitsSet);
        command.Parameters.AddWithValue(take);
        var waiting = new List<WaitingCredit>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            waiting.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(2)));
        return waiting;
    }

    public static async Task<int> CountAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT count(*)::int FROM {Tables.Schema}.credit_view WHERE status = $1");
        command.Parameters.AddWithValue(Waiting);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
