using System.Globalization;
using System.Numerics;
using GraphQLParser.AST;

namespace LicenseTracker.Api.Schema.Scalars;

/// <summary>A whole number of 64 bits: versions and sequences.</summary>
internal sealed class LongScalar : StrictScalar
{
    public LongScalar()
    {
        Name = "Long";
        Description = "A whole number of 64 bits, as a JSON number.";
    }

    public override string Form => "write a whole number of at most 64 bits, as 42";

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLIntValue number when long.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => throw Refuse(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        long whole => whole,
        int whole => (long)whole,
        BigInteger big when big >= long.MinValue && big <= long.MaxValue => (long)big,
        _ => throw Refuse(value),
    };
}
