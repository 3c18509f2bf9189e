using System.Text.Json;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Schema;
using Npgsql;
using NpgsqlTypes;

namespace LicenseTracker.Api.Commands;

/// <summary>
/// Permanent idempotency: the key is claimed in the transaction of its effect, so a parallel duplicate waits for it and then reads the
/// answer. Refusals roll back and are not kept.
/// </summary>
internal static class CommandKeys
{
    /// <summary>Claims the key. Null: it is ours, go on. Otherwise the answer given before, or the refusal of a key used for another input.</summary>
    public static async Task<Outcome?> ClaimAsync(NpgsqlConnection connection, OrderContext by, DateTimeOffset at, CancellationToken cancellation)
    {
        await using (var claim = new NpgsqlCommand(
            $"INSERT INTO {Tables.Schema}.command_key (actor, mutation, key, digest, recorded_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING", connection))
        {
            AddKey(claim, by);
            claim.Parameters.AddWithValue(by.Digest);
            claim.Parameters.AddWithValue(at);
            if (await claim.ExecuteNonQueryAsync(cancellation) == 1)
                return null;
        }

        await using var read = new NpgsqlCommand(
            $"SELECT digest, answer::text FROM {Tables.Schema}.command_key WHERE actor = $1 AND mutation = $2 AND key = $3", connection);
        AddKey(read, by);
        await using var row = await read.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            throw new InvalidOperationException("The idempotency key vanished between claim and read.");
        return row.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(by.Digest)
            ? Answer.Read(row.GetString(1))
            : Outcome.Refused(Refusals.IdempotencyKeyReused);
    }

    /// <summary>Keeps the answer beside the key, in the same transaction as the facts.</summary>
    public static async Task AnswerAsync(NpgsqlConnection connection, OrderContext by, Outcome outcome, CancellationToken cancellation)
    {
        await using var answer = new NpgsqlCommand(
            $"UPDATE {Tables.Schema}.command_key SET answer = $4 WHERE actor = $1 AND mutation = $2 AND key = $3", connection);
        AddKey(answer, by);
        answer.Parameters.AddWithValue(NpgsqlDbType.Jsonb, Answer.Write(outcome));
        await answer.ExecuteNonQueryAsync(cancellation);
    }

    private static void AddKey(NpgsqlCommand command, OrderContext by)
    {
        command.Parameters.AddWithValue(by.Subject);
        command.Parameters.AddWithValue(by.Mutation);
        command.Parameters.AddWithValue(by.Key);
    }

    /// <summary>An accepted outcome as it is kept.</summary>
    private sealed record Answer(Guid Stream, long Version, Guid[] Facts, Answer.Warning[] Warnings)
    {
        public static string Write(Outcome outcome) => JsonSerializer.Serialize(new Answer(
            outcome.Stream, outcome.Version, [.. outcome.Facts], [.. outcome.Warnings.Select(w => new Warning(w.Code, w.Message, [.. w.Path]))]));

        public static Outcome Read(string json)
        {
            var kept = JsonSerializer.Deserialize<Answer>(json)!;
            return new(kept.Stream, kept.Version, [.. kept.Facts], [], [.. kept.Warnings.Select(w => new Refusal(w.Code, w.Message, w.Path))]);
        }

        public sealed record Warning(string Code, string Message, string[] Path);
    }
}
