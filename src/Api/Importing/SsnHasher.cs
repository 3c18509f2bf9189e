using System.Security.Cryptography;
using System.Text;

namespace LicenseTracker.Api.Importing;

/// <summary>A keyed hash of an SSN: equal for equal SSNs, and useless without the master key.</summary>
public readonly record struct SsnHash(string Hex)
{
    public byte[] Bytes => Convert.FromHexString(Hex);
}

/// <summary>Turns SSNs into keyed hashes at once, so that nothing behind it ever sees one. Whole rows' contradictions are told apart by the same key.</summary>
public sealed class SsnHasher(byte[] key)
{
    public const string KeyPurpose = "ssn-matching";

    /// <summary>Null for numbers that were never issued: fillers such as 000-00-0000 would make one person of many.</summary>
    public SsnHash? Hash(string ssn)
    {
        var digits = string.Concat(ssn.Where(char.IsAsciiDigit));
        var wasIssued = digits.Length == 9 && digits[..3] is not ("000" or "666") && digits[3..5] != "00" && digits[5..] != "0000"
            && digits is not ("123456789" or "987654321" or "078051120") && digits.Distinct().Count() > 1;
        return wasIssued ? new(Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(digits)))) : null;
    }

    /// <summary>Equal for equal texts; personal ones among them cannot be guessed without the key.</summary>
    public byte[] Fingerprint(IEnumerable<string?> parts) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Join('\u001f', parts)));
}
