using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LicenseTracker.Api.Schema.Relay;

/// <summary>
/// Writes and reads global ids and cursors. Each carries a keyed MAC, so that nobody can guess one, alter one, or pass an id of one
/// type off as another's; what does not verify reads as unknown.
/// </summary>
/// <remarks>Layout before base64url: MAC (12 bytes), then the content. The MAC covers a purpose byte, so a cursor is no id.</remarks>
public sealed class RelayIds
{
    private const int MacBytes = 12;
    private const int GuidBytes = 16;
    private const int MaxText = 2048;
    private const byte IdPurpose = 1;
    private const byte CursorPurpose = 2;
    private readonly byte[] _key;

    /// <param name="masterKey">The installation's secret, at least 16 bytes. A key of its own is derived from it.</param>
    public RelayIds(ReadOnlySpan<byte> masterKey)
    {
        if (masterKey.Length < GuidBytes)
            throw new ArgumentException("The key for ids needs at least 16 bytes.", nameof(masterKey));
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey.ToArray(), 32, info: "licensetracker relay ids v1"u8.ToArray());
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

    /// <summary>A cursor for a place in an ordered list: the values of its order there.</summary>
    public string EncodeCursor(string key) => Seal(CursorPurpose, Encoding.UTF8.GetBytes(key));

    /// <summary>The place a cursor marks, or null if it is none of ours.</summary>
    public string? DecodeCursor(string cursor) => Open(CursorPurpose, cursor) is { } content ? Encoding.UTF8.GetString(content) : null;

    private string Seal(byte purpose, byte[] content) => Base64Url.EncodeToString([.. Mac(purpose, content), .. content]);

    private byte[]? Open(byte purpose, string text)
    {
        if (text.Length > MaxText || !Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= MacBytes)
            return null;
        var content = bytes[MacBytes..];
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, MacBytes), Mac(purpose, content)) ? content : null;
    }

    private byte[] Mac(byte purpose, byte[] content) => HMACSHA256.HashData(_key, (byte[])[purpose, .. content])[..MacBytes];
}
