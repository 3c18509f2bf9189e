using System.Text;
using System.Text.Json;
using CsCheck;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Projections.Tests.Facts;

/// <summary>One spelling only (RFC 8785). The vectors are worked out by hand from the rules.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" [ ] ", "[]")]
    [InlineData("[ true , false , null ]", "[true,false,null]")]
    [InlineData("""{ "b" : 1 , "a" : { "d" : 2 , "c" : [ 3 , { "f" : 4 , "e" : 5 } ] } }""", """{"a":{"c":[3,{"e":5,"f":4}],"d":2},"b":1}""")]
    [InlineData("""{"aa":1,"a":2,"A":3,"":4,"B":5}""", """{"":4,"A":3,"B":5,"a":2,"aa":1}""")]
    [InlineData("[-0, 0, -7, 9007199254740991, -9007199254740991]", "[0,0,-7,9007199254740991,-9007199254740991]")]
    public void Members_are_sorted_and_nothing_is_between(string json, string canonical) => Canonical(json).ShouldBe(canonical);

    [Fact]
    public void Members_are_sorted_by_utf16_units_so_a_surrogate_comes_before_the_private_area()
    {
        // U+1F600 is D83D DE00: before U+E000 and U+FB33 by its units, after them by its code point.
        var json = """{"\ufb33":1,"\ue000":2,"\ud83d\ude00":3,"\u20ac":4,"\u00f6":5,"\u0080":6,"z":7,"1":8,"\r":9}""";
        Canonical(json).ShouldBe("{\"\\r\":9,\"1\":8,\"z\":7,\"\u0080\":6,\"ö\":5,\"€\":4,\"😀\":3,\"\ue000\":2,\"\ufb33\":1}");
    }

    [Fact]
    public void Only_what_must_be_escaped_is_and_in_the_shortest_way()
    {
        Canonical("""["\u0000\u0001\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u001f"]""").ShouldBe("""["\u0000\u0001\u0007\b\t\n\u000b\f\r\u001f"]""");
        Canonical("""["\"\\\/\u002f\u003c\u007f\u2028\u00e9\u0065\u0301"]""").ShouldBe("[\"\\\"\\\\//<\u007f\u2028ée\u0301\"]");
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("-9223372036854775808")]
    [InlineData("18446744073709551616")]
    public void A_number_that_is_no_safe_integer_is_an_error(string number) => Should.Throw<FormatException>(() => Canonical(number));

    [Fact]
    public void A_member_given_twice_is_an_error() => Should.Throw<FormatException>(() => Canonical("""{"a":1,"b":2,"\u0061":3}"""));

    [Fact]
    public void Half_a_surrogate_pair_is_an_error() => Should.Throw<InvalidOperationException>(() => Canonical("""["\ud83d"]"""));

    [Fact]
    public void The_canonical_form_of_a_canonical_form_is_itself() =>
        Json(3).Sample(json => Canonical(Canonical(json)) == Canonical(json));

    private static Gen<string> Json(int depth)
    {
        var text = Gen.String[Gen.Char["aZ é\"\\/\n\u0001\u2028\uffff"], 0, 5].Select(s => JsonSerializer.Serialize(s));
        var leaf = Gen.OneOf(text, Gen.Long[-(1L << 53) + 1, (1L << 53) - 1].Select(n => n.ToString()), Gen.Int[0, 2].Select(i => new[] { "true", "false", "null" }[i]));
        return depth == 0 ? leaf : Gen.OneOf(
            leaf,
            Json(depth - 1).Array[0, 4].Select(items => $"[{string.Join(" , ", items)}]"),
            Gen.Select(text, Json(depth - 1)).Array[0, 4].Select(members => $"{{{string.Join(',', members.DistinctBy(m => m.Item1).Select(m => $"{m.Item1} : {m.Item2}"))}}}"));
    }

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Encoding.UTF8.GetString(CanonicalJson.Bytes(document.RootElement));
    }
}
