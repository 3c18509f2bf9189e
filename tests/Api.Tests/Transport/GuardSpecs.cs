using System.Diagnostics;
using System.Text;

namespace LicenseTracker.Api.Tests.Transport;

/// <summary>Documents that would exhaust the server are refused before anything walks them.</summary>
public sealed class GuardSpecs
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(50);

    [Theory]
    [InlineData(12)]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(200)]
    public async Task A_fragment_bomb_is_refused_at_once_at_any_exponent(int exponent)
    {
        await using var door = await Door.OpenAsync(limits: l => l.MaxDefinitions = 1000);
        var query = Bomb(exponent);
        var answer = await door.AskAsync(query);
        // The best of a few: what the machine does besides is no cost of the document.
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            answer = await door.AskAsync(query);
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }
        best.ShouldBeLessThan(Instant);
        answer.Status.ShouldBe(400);
        answer.Code.ShouldBe("TOO_COSTLY");
    }

    [Fact]
    public async Task A_bomb_that_no_operation_uses_is_refused_too()
    {
        await using var door = await Door.OpenAsync();
        (await door.AskAsync(Bomb(30).Replace("{ ...F0 }", "{ __typename }", StringComparison.Ordinal))).Code.ShouldBe("TOO_COSTLY");
    }

    [Theory]
    [InlineData("{ ...A } fragment A on Query { ...A }")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { viewer { name } ...A }")]
    public async Task A_fragment_that_spreads_itself_is_refused(string query)
    {
        await using var door = await Door.OpenAsync();
        var answer = await door.AskAsync(query);
        answer.Code.ShouldBe("TOO_COSTLY");
        answer.Message.ShouldContain("spreads itself");
    }

    [Fact]
    public async Task Many_aliases_duplicate_fields_deep_nesting_and_directives_are_refused_each_with_its_reason()
    {
        await using var door = await Door.OpenAsync();
        (string Query, string Reason)[] documents =
        [
            (Repeat(51, i => $"a{i}: viewer {{ name }} "), "root fields"),
            ("{ viewer { " + string.Concat(Enumerable.Repeat("name ", 10_000)) + "} }", "more than 2000 fields"),
            ("{" + string.Concat(Enumerable.Repeat("a{", 25)) + "b" + new string('}', 26), "deeper than 20"),
            ("{ viewer { name " + string.Concat(Enumerable.Repeat("@include(if: true) ", 101)) + "} }", "directives"),
            ("{" + string.Concat(Enumerable.Repeat("a{", 500)) + "b" + new string('}', 501), "depth"),
            ("{ sizes(inputs: [" + string.Concat(Enumerable.Repeat("\"x\" ", 20_001)) + "]) }", "tokens"),
            ("{ __typename }" + string.Concat(Enumerable.Range(0, 101).Select(i => $" fragment F{i} on Query {{ __typename }}")), "operations or fragments"),
        ];
        foreach (var (query, reason) in documents)
        {
            var clock = Stopwatch.StartNew();
            var answer = await door.AskAsync(query);
            answer.Status.ShouldBe(400, reason);
            answer.Message.ShouldContain(reason, Case.Insensitive);
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1), reason);
        }
    }

    [Fact]
    public async Task Nested_pages_multiply()
    {
        await using var door = await Door.OpenAsync(limits: l => l.MaxCost = 5_000);
        const string query = "query($n: Int) { therapists(first: $n) { nodes { id licenses { id number } } } }";
        (await door.AskAsync(query, new { n = 100 })).Status.ShouldBe(200);
        (await door.AskAsync(query, new { n = 2000 })).Code.ShouldBe("TOO_COSTLY");
        (await door.AskAsync("{ therapists(last: 2000) { nodes { id licenses { id number } } } }")).Code.ShouldBe("TOO_COSTLY");
        (await door.AskAsync("query($n: Int = 2000) { therapists(first: $n) { nodes { id licenses { id number } } } }")).Code.ShouldBe("TOO_COSTLY");
        // The page's own default counts where the request names none.
        (await door.AskAsync(Repeat(40, i => $"a{i}: therapists {{ nodes {{ id name }} }} "))).Code.ShouldBe("TOO_COSTLY");
    }

    [Fact]
    public async Task A_document_asked_again_is_answered_from_the_cache_with_the_variables_of_that_time()
    {
        await using var door = await Door.OpenAsync(limits: l => l.CachedDocuments = 2);
        const string query = "query($l: Long, $n: Boolean!) { echo(long: $l) { long hours @skip(if: $n) } }";
        for (var i = 0; i < 5; i++)
        {
            var answer = await door.AskAsync(query, new { l = i, n = i % 2 == 0 });
            answer.Data.GetProperty("echo").GetProperty("long").GetInt64().ShouldBe(i);
            answer.Data.GetProperty("echo").TryGetProperty("hours", out _).ShouldBe(i % 2 != 0);
            await door.AskAsync($"{{ a{i}: viewer {{ name }} }}");
        }
        (await door.AskAsync(query, new { l = "x", n = true })).Code.ShouldBe("INVALID_VARIABLE");
        (await door.AskAsync(query, new { l = 1 })).Code.ShouldBe("INVALID_VARIABLE");
    }

    private static string Repeat(int times, Func<int, string> part) => "{ " + string.Concat(Enumerable.Range(0, times).Select(part)) + "__typename }";

    private static string Bomb(int exponent)
    {
        var query = new StringBuilder("{ ...F0 } ");
        for (var i = 0; i < exponent; i++)
            query.Append($"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} ");
        return query.Append($"fragment F{exponent} on Query {{ viewer {{ name }} }}").ToString();
    }
}
