using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LicenseTracker.Projections.Facts;

/// <summary>
/// JSON in one spelling only, after RFC 8785 (JSON Canonicalization Scheme): members sorted by UTF-16 code units, no white space,
/// shortest escapes. Facts hold no fractions, so a number must be an integer within ±(2^53 − 1); any other is an error.
/// </summary>
public static class CanonicalJson
{
    private const long LargestInteger = (1L << 53) - 1;

    public static byte[] Bytes(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, value);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> to, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(to, value);
                break;
            case JsonValueKind.Array:
                WriteArray(to, value);
                break;
            case JsonValueKind.String:
                WriteString(to, value.GetString()!);
                break;
            case JsonValueKind.Number:
                WriteInteger(to, value);
                break;
            default:
                to.Write(Encoding.ASCII.GetBytes(value.GetRawText()));
                break;
        }
    }

    private static void WriteObject(ArrayBufferWriter<byte> to, JsonElement value)
    {
        var members = value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
        for (var i = 1; i < members.Count; i++)
        {
            // The database keeps only the last of two: what was written and what is read would not be the same.
            if (members[i].Name == members[i - 1].Name)
                throw new FormatException($"The member '{members[i].Name}' is given twice.");
        }

        var separator = "{"u8;
        foreach (var member in members)
        {
            to.Write(separator);
            WriteString(to, member.Name);
            to.Write(":"u8);
            Write(to, member.Value);
            separator = ","u8;
        }

        to.Write(members.Count == 0 ? "{}"u8 : "}"u8);
    }

    private static void WriteArray(ArrayBufferWriter<byte> to, JsonElement value)
    {
        var separator = "["u8;
        foreach (var item in value.EnumerateArray())
        {
            to.Write(separator);
            Write(to, item);
            separator = ","u8;
        }

        to.Write(value.GetArrayLength() == 0 ? "[]"u8 : "]"u8);
    }

    private static void WriteInteger(ArrayBufferWriter<byte> to, JsonElement value)
    {
        if (!value.TryGetInt64(out var number) || number is < -LargestInteger or > LargestInteger)
            throw new FormatException($"A fact holds only integers within ±{LargestInteger}, not {value.GetRawText()}.");
        to.Write(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
    }

    private static void WriteString(ArrayBufferWriter<byte> to, string text)
    {
        to.Write("\""u8);
        var plain = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Escape(text[i]) is not { } escape)
                continue;
            to.Write(Encoding.UTF8.GetBytes(text[plain..i]));
            to.Write(Encoding.ASCII.GetBytes(escape));
            plain = i + 1;
        }

        to.Write(Encoding.UTF8.GetBytes(text[plain..]));
        to.Write("\""u8);
    }

    private static string? Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' => $"\\u{(int)c:x4}",
        _ => null,
    };
}
