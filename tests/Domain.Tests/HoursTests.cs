using CsCheck;

namespace LicenseTracker.Domain.Tests;

public sealed class HoursTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("9", 900)]
    [InlineData("9.5", 950)]
    [InlineData("9.25", 925)]
    [InlineData("0.01", 1)]
    public void Hours_are_read_exactly(string text, int hundredths) => Hours.Parse(text).ShouldBe(new Hours(hundredths));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.255")]
    [InlineData("1,5")]
    [InlineData(" 1")]
    [InlineData("1e3")]
    [InlineData("99999999")]
    public void What_is_no_number_of_hours_is_not_read(string? text) => Hours.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Hours_print_as_they_are_read() =>
        Gen.Int[0, 1_000_000].Sample(n => Hours.Parse(new Hours(n).ToString()) == new Hours(n));

    [Fact]
    public void A_fraction_is_rounded_down_once()
    {
        Hours.Of(1).Times(50, 60).ShouldBe(new Hours(83));
        Hours.Of(6).Times(50, 60).ShouldBe(Hours.Of(5));
    }

    [Fact]
    public void Taking_away_more_than_there_is_leaves_nothing() => Hours.Of(1).Less(Hours.Of(2)).ShouldBe(Hours.Zero);
}
