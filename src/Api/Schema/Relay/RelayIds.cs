using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LicenseTracker.Api.Schema.Relay;

/// <summary>
/// Writes and reads global ids and cursors. Each carries a keyed MAC, so that nobody can guess one, alter one, or pass an id of one
/// type off as another's; what does not verify reads as unknown.
/// </summary>
/// <remarks>Layout of an id before base64url: MAC (12 bytes), then the content. The MAC covers a purpose byte, so a cursor is no id.</remarks>
public sealed class RelayIds
{
    /// <summary>What the key for ids is derived from the master key for.</summary>
    public const string KeyPurpose = "transport";

    private const int MacBytes = 12;
    private const int GuidBytes = 16;
    private const int MaxText = 2048;
    private const byte IdPurpose = 1;
    private const byte CursorPurpose = 2;
    private const int TagBytes = 16;
    private readonly byte[] _key;
    private readonly byte[] _cursorKey;

    /// <param name="masterKey">The installation's secret, at least 16 bytes. A key of its own is derived from it.</param>
    public RelayIds(ReadOnlySpan<byte> masterKey)
    {
        if (masterKey.Length < GuidBytes)
            throw new ArgumentException("The key for ids needs at least 16 bytes.", nameof(masterKey));
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey.ToArray(), 32, info: "licensetracker relay ids v1"u8.ToArray());
        _cursorKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey.ToArray(), 32, info: "licensetracker cursors v1"u8.ToArray());
    }

    public string Encode(RelayId id)
    {
        if (id.Type.Length is 0 or > 255)
            throw new ArgumentException("An id needs its type's name.", nameof(id));
        var content = new List<byte>(64) { (byte)id.Type.Length };
        content.AddRange(Encoding.ASCII.GetBytes(id.Type));
        content.AddRange(id.Value.ToByteArray(bigEndian: true));
        content.AddRange(Encoding.UTF8.GetBytes(id.Extra));
        return Seal(IdPurpose, [.. content]);
    }

    public RelayId Decode(string text)
    {
        if (Open(IdPurpose, text) is not { } content || content.Length < 1 + content[0] + GuidBytes)
            return RelayId.Unknown;
        var rest = content.AsSpan(1 + content[0]);
        return new RelayId(
            Encoding.ASCII.GetString(content, 1, content[0]), new Guid(rest[..GuidBytes], bigEndian: true), Encoding.UTF8.GetString(rest[GuidBytes..]));
    }

    /// <summary>
    /// A cursor for a place in an ordered list: the values of its order there. They may be a person's name, so they are encrypted; the nonce
    /// is the content's own MAC, so a place has one cursor and no nonce serves two.
    /// </summary>
    public string EncodeCursor(string key)
    {
        var content = Encoding.UTF8.GetBytes(key);
        var nonce = Mac(CursorPurpose, content);
        var hidden = new byte[content.Length + TagBytes];
        using var aes = new AesGcm(_cursorKey, TagBytes);
        aes.Encrypt(nonce, content, hidden.AsSpan(0, content.Length), hidden.AsSpan(content.Length));
        return Base64Url.EncodeToString([.. nonce, .. hidden]);
    }

    /// <summary>The place a cursor marks, or null if it is none of ours.</summary>
    public string? DecodeCursor(string cursor)
    {
        if (Bytes(cursor) is not { } bytes || bytes.Length < MacBytes + TagBytes)
            return null;
        var content = new byte[bytes.Length - MacBytes - TagBytes];
        using var aes = new AesGcm(_cursorKey, TagBytes);
        try
        {
            aes.Decrypt(bytes.AsSpan(0, MacBytes), bytes.AsSpan(MacBytes..^TagBytes), bytes.AsSpan(^TagBytes..), content);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(content);
    }

    private string Seal(byte purpose, byte[] content) => Base64Url.EncodeToString([.. Mac(purpose, content), .. content]);

    private byte[]? Open(byte purpose, string text)
    {
        if (Bytes(text) is not { } bytes || bytes.Length <= MacBytes)
            return null;
        var content = bytes[MacBytes..];
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, MacBytes), Mac(purpose, content)) ? content : null;
    }

    private static byte[]? Bytes(string text) => text.Length > MaxText || !Base64Url.IsValid(text) ? null : Base64Url.DecodeFromChars(text);

    private byte[] Mac(byte purpose, byte[] content) => HMACSHA256.HashData(_key, (byte[])[purpose, .. content])[..MacBytes];
}
