using System.Collections.Concurrent;
using System.Security.Cryptography;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace LicenseTracker.Api.Sealing;

/// <summary>
/// The therapists' data keys: wrapped in the database, open in memory for a while. The key that wraps them never enters the database.
/// A missing key is never remembered, so that a key made elsewhere is found at once.
/// </summary>
/// <param name="database">Its own connections: it is asked in the midst of transactions, which may hold all others.</param>
public sealed class Keyring(NpgsqlDataSource database, byte[] wrappingKey, TimeProvider clock) : IPersonalReader, IDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Capacity = 200_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    /// <summary>Keys whose rows are not yet committed, by their own ids: they open what was sealed with them and become nobody's known key.</summary>
    private readonly ConcurrentDictionary<Guid, DataKey> unsaved = new();

    private readonly MemoryCache open = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <summary>A new key for a new therapist. The caller stores its row in the transaction that registers the therapist, then settles it.</summary>
    public (DataKey Key, byte[] Wrapped) Create(Guid therapist)
    {
        var key = new DataKey(Guid.CreateVersion7(clock.GetUtcNow()), therapist, RandomNumberGenerator.GetBytes(32));
        unsaved[key.Id] = key;
        return (key, Wrap(key));
    }

    /// <summary>The transaction of a new key ended. A key that was not stored is forgotten: nothing sealed with it was stored either.</summary>
    public void Settle(DataKey key, bool stored)
    {
        if (stored)
            Remember(key);
        unsaved.TryRemove(key.Id, out _);
    }

    public async Task PreloadAsync(IEnumerable<Guid> therapists, CancellationToken cancellation) =>
        await FetchAsync([.. therapists.Where(t => !open.TryGetValue(t, out _))], cancellation);

    /// <summary>The therapist's key; null once their personal data is erased.</summary>
    public async ValueTask<DataKey?> FindAsync(Guid therapist, CancellationToken cancellation) =>
        open.TryGetValue(therapist, out DataKey? key) ? key : (await FetchAsync([therapist], cancellation)).GetValueOrDefault(therapist);

    public async ValueTask<string?> OpenAsync(TherapistId therapist, PersonalField field, Personal text, CancellationToken cancellation)
    {
        if (text.Envelope is not { } envelope)
            return text.Clear;
        var id = Envelope.KeyId(envelope);
        var key = unsaved.TryGetValue(id, out var created) && created.Therapist == therapist.Value ? created : await FindAsync(therapist.Value, cancellation);
        return key is null || key.Id != id ? null : Envelope.Open(key, field.AssociatedData(), envelope);
    }

    public void Dispose() => open.Dispose();

    /// <summary>What is found is given back as well as remembered: a full cache takes nothing new, and a key must not seem erased for that.</summary>
    private async Task<Dictionary<Guid, DataKey>> FetchAsync(Guid[] therapists, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, DataKey>();
        if (therapists.Length == 0)
            return found;
        await using var command = database.CreateCommand($"SELECT therapist_id, key_id, wrapped FROM {Tables.Schema}.data_key WHERE therapist_id = ANY($1)");
        command.Parameters.AddWithValue(therapists);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var key = Unwrap(reader.GetGuid(1), reader.GetGuid(0), reader.GetFieldValue<byte[]>(2));
            found.Add(key.Therapist, key);
            Remember(key);
        }

        return found;
    }

    private void Remember(DataKey key) =>
        open.Set(key.Therapist, key, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });

    private byte[] Wrap(DataKey key)
    {
        var wrapped = new byte[NonceBytes + key.Bytes.Length + TagBytes];
        var nonce = wrapped.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(wrappingKey, TagBytes);
        aes.Encrypt(nonce, key.Bytes, wrapped.AsSpan(NonceBytes, key.Bytes.Length), wrapped.AsSpan(^TagBytes..), Place(key.Id, key.Therapist));
        return wrapped;
    }

    private DataKey Unwrap(Guid id, Guid therapist, byte[] wrapped)
    {
        var bytes = new byte[wrapped.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(wrappingKey, TagBytes);
        aes.Decrypt(wrapped.AsSpan(0, NonceBytes), wrapped.AsSpan(NonceBytes, bytes.Length), wrapped.AsSpan(^TagBytes..), bytes, Place(id, therapist));
        return new(id, therapist, bytes);
    }

    private static byte[] Place(Guid id, Guid therapist) => [.. id.ToByteArray(bigEndian: true), .. therapist.ToByteArray(bigEndian: true)];
}
