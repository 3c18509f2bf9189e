using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Tests.Conditions;

public class PredicateTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly ClientFactType A = Fact("a"), B = Fact("b");

    private static ClientFactType Fact(string id) => new(id, id, ClientFactKind.YesNo, null, ["true", "false"], false, 0, 0, false);

    private static (Truth Truth, string Needs) Judge(Predicate predicate, string a, string b)
    {
        var needs = new List<string>();
        var truth = predicate.On(Day, type => (type.Id == "a" ? a : b) is var text and not "?" ? FactValue.Read(type, text, Day) : null, needs);
        return (truth, string.Join(' ', needs));
    }

    private static FactIs Is(ClientFactType type) => new(type, Comparison.Equal, [0], 0);

    [Theory]
    [InlineData("true", "true", Truth.True, Truth.True)]
    [InlineData("true", "false", Truth.True, Truth.False)]
    [InlineData("false", "false", Truth.False, Truth.False)]
    [InlineData("true", "?", Truth.True, Truth.Unknown)]
    [InlineData("?", "true", Truth.True, Truth.Unknown)]
    [InlineData("false", "?", Truth.Unknown, Truth.False)]
    [InlineData("?", "false", Truth.Unknown, Truth.False)]
    [InlineData("?", "?", Truth.Unknown, Truth.Unknown)]
    public void Any_and_all_are_three_valued_and_not_turns_them_round(string a, string b, Truth any, Truth all)
    {
        Judge(new AnyOf([Is(A), Is(B)]), a, b).Truth.ShouldBe(any);
        Judge(new AllOf([Is(A), Is(B)]), a, b).Truth.ShouldBe(all);
        Judge(new Not(new AnyOf([Is(A), Is(B)])), a, b).Truth.ShouldBe((Truth)(2 - (int)any));
    }

    [Fact]
    public void Only_facts_that_would_settle_it_are_needed()
    {
        Judge(new AnyOf([Is(A), Is(B)]), "false", "?").Needs.ShouldBe("b");
        Judge(new AnyOf([Is(A), Is(B)]), "?", "true").Needs.ShouldBe("");
        Judge(new AllOf([Is(A), Is(B)]), "?", "?").Needs.ShouldBe("a b");
    }

    [Theory]
    [InlineData(Comparison.Less, "9", true)]
    [InlineData(Comparison.Less, "10", false)]
    [InlineData(Comparison.LessOrEqual, "10", true)]
    [InlineData(Comparison.LessOrEqual, "11", false)]
    [InlineData(Comparison.Greater, "10", false)]
    [InlineData(Comparison.Greater, "11", true)]
    [InlineData(Comparison.GreaterOrEqual, "10", true)]
    [InlineData(Comparison.GreaterOrEqual, "9", false)]
    [InlineData(Comparison.Equal, "10", true)]
    [InlineData(Comparison.Equal, "9", false)]
    public void Numbers_are_compared_as_the_rule_says(Comparison comparison, string value, bool holds)
    {
        var type = new ClientFactType("n", "n", ClientFactKind.Number, "days", [], true, 0, 100, true);

        new FactIs(type, comparison, [], 10).On(Day, t => FactValue.Read(t, value, Day), []).ShouldBe(holds ? Truth.True : Truth.False);
        new FactIs(type, comparison, [], 10).On(Day, t => FactValue.Read(t, "never", Day), []).ShouldBe(Truth.False);
    }

    [Fact]
    public void Weeks_and_days_are_read_as_midwives_write_them()
    {
        var weeks = ConditionCatalogue.Shipped.ClientFactType("gestation_weeks")!;

        FactValue.Read(weeks, "13+6", Day)!.NumberOn(Day).ShouldBe(97);
        FactValue.Read(weeks, "13+6", Day)!.NumberOn(Day.AddDays(1)).ShouldBe(FactValue.Scaled(weeks, 14));
        FactValue.Read(weeks, "44", Day)!.IsSpentOn(Day.AddDays(6)).ShouldBeFalse();
        FactValue.Read(weeks, "44", Day)!.IsSpentOn(Day.AddDays(7)).ShouldBeTrue();
    }
}
