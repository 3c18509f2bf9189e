using System.Numerics;
using System.Text.Json;
using GraphQL;

namespace LicenseTracker.Api.Transport.Http;

/// <summary>Turns the JSON of a request's variables into what the engine coerces: whole numbers exactly, others as decimal where that is exact.</summary>
internal static class VariableReader
{
    private const int MaxDigits = 100;

    public static Inputs Read(JsonElement variables)
    {
        try
        {
            return new Inputs(Members(variables));
        }
        catch (InvalidOperationException)
        {
            throw RequestReader.Bad("A variable holds half a Unicode character.");
        }
    }

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => Number(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToList(),
        _ => Members(json),
    };

    private static Dictionary<string, object?> Members(JsonElement json)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
            members.Add(member.Name, Value(member.Value));
        return members;
    }

    private static object Number(JsonElement json)
    {
        if (json.TryGetInt32(out var small))
            return small;
        if (json.TryGetInt64(out var whole))
            return whole;
        var text = json.GetRawText();
        // Reading digits costs their square: no number of the contract has so many.
        if (text.Length <= MaxDigits && BigInteger.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, null, out var big))
            return big;
        if (json.TryGetDouble(out var real) && double.IsFinite(real))
            return json.TryGetDecimal(out var exact) && exact != 0 ? exact : real;
        throw RequestReader.Bad("A variable holds a number that is too large.");
    }
}
