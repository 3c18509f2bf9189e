using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LicenseTracker.Api.Sealing;

/// <summary>
/// A sealed text as stored: <c>1.A256GCM.key id.nonce.ciphertext and tag</c>, the parts after the algorithm in base64url.
/// It opens only with its key and in the place it was sealed for.
/// </summary>
public static class Envelope
{
    private const string Prefix = "1.A256GCM.";
    private const int KeyIdBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static string Seal(DataKey key, ReadOnlySpan<byte> place, string text)
    {
        var clear = Encoding.UTF8.GetBytes(text);
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var sealedText = new byte[clear.Length + TagBytes];
        using var aes = new AesGcm(key.Bytes, TagBytes);
        aes.Encrypt(nonce, clear, sealedText.AsSpan(0, clear.Length), sealedText.AsSpan(clear.Length), place);
        return $"{Prefix}{Base64Url.EncodeToString(key.Id.ToByteArray(bigEndian: true))}.{Base64Url.EncodeToString(nonce)}.{Base64Url.EncodeToString(sealedText)}";
    }

    public static bool IsOne(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The id of the key that opens it.</summary>
    /// <exception cref="CryptographicException">It has not the form of an envelope.</exception>
    public static Guid KeyId(string envelope) => Read(envelope).Key;

    /// <exception cref="CryptographicException">The envelope was altered, or stands in another place than it was sealed for.</exception>
    public static string Open(DataKey key, ReadOnlySpan<byte> place, string envelope)
    {
        var (_, nonce, sealedText) = Read(envelope);
        var clear = new byte[sealedText.Length - TagBytes];
        using var aes = new AesGcm(key.Bytes, TagBytes);
        aes.Decrypt(nonce, sealedText.AsSpan(0, clear.Length), sealedText.AsSpan(clear.Length), clear, place);
        return Encoding.UTF8.GetString(clear);
    }

    private static (Guid Key, byte[] Nonce, byte[] SealedText) Read(string envelope)
    {
        if (envelope.Split('.') is ["1", "A256GCM", var key, var nonce, var text]
            && Decode(key) is { Length: KeyIdBytes } keyBytes && Decode(nonce) is { Length: NonceBytes } nonceBytes && Decode(text) is { Length: >= TagBytes } textBytes)
            return (new(keyBytes, bigEndian: true), nonceBytes, textBytes);
        throw new CryptographicException("This is no sealed text, or it was altered.");
    }

    /// <summary>Null unless it is the one spelling of its bytes: two envelopes of the same bytes would hash differently.</summary>
    private static byte[]? Decode(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.TryDecodeFromChars(text, bytes, out var length) && Base64Url.EncodeToString(bytes.AsSpan(0, length)) == text ? bytes[..length] : null;
    }
}

/// <summary>The key that seals one therapist's personal data; destroying it erases them.</summary>
public sealed record DataKey(Guid Id, Guid Therapist, byte[] Bytes)
{
    public override string ToString() => $"data key {Id}";
}
