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
/// <param name="database">A pool of its own, disposed with it.</param>
public sealed class Keyring(NpgsqlDataSource database, byte[] wrappingKey, TimeProvider clock) : IPersonalReader, IDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Capacity = 200_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly MemoryCache open = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <summary>A new key for a new therapist. The caller stores its row in the transaction that registers the therapist.</summary>
    public (DataKey Key, byte[] Wrapped) Create(Guid therapist)
    {
        var key = new DataKey(Guid.CreateVersion7(clock.GetUtcNow()), therapist, RandomNumberGenerator.GetBytes(32));
        Remember(key);
        return (key, Wrap(key));
    }

    /// <summary>Fetches the keys of many therapists in one statement.</summary>
    public async Task PreloadAsync(IEnumerable<Guid> therapists, CancellationToken cancellation)
    {
        var missing = therapists.Where(t => !open.TryGetValue(t, out _)).ToArray();
        if (missing.Length == 0)
            return;
        await using var command = database.CreateCommand($"SELECT therapist_id, key_id, wrapped FROM {Tables.Schema}.data_key WHERE therapist_id = ANY($1)");
        command.Parameters.AddWithValue(missing);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            Remember(Unwrap(reader.GetGuid(1), reader.GetGuid(0), reader.GetFieldValue<byte[]>(2)));
    }

    /// <summary>The therapist's key; null once their personal data is erased.</summary>
    public async ValueTask<DataKey?> FindAsync(Guid therapist, CancellationToken cancellation)
    {
        if (open.TryGetValue(therapist, out DataKey? key))
            return key;
        await PreloadAsync([therapist], cancellation);
        return open.Get<DataKey>(therapist);
    }

    public async ValueTask<string?> OpenAsync(TherapistId therapist, PersonalField field, Personal text, CancellationToken cancellation)
    {
        if (text.Envelope is not { } envelope)
            return text.Clear;
        var key = await FindAsync(therapist.Value, cancellation);
        return key is null || key.Id != Envelope.KeyId(envelope) ? null : Envelope.Open(key, field.AssociatedData(), envelope);
    }

    public void Dispose()
    {
        open.Dispose();
        database.Dispose();
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
