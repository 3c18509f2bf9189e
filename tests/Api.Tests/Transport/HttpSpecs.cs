using System.Net.Http.Headers;
using System.Text;

namespace LicenseTracker.Api.Tests.Transport;

/// <summary>What a request's HTTP form may be, and what its answer's status is.</summary>
public sealed class HttpSpecs
{
    [Fact]
    public async Task A_mutation_by_GET_is_405_and_says_which_method_to_use()
    {
        await using var door = await Door.OpenAsync();
        var answer = await GetAsync(door, "query=" + Uri.EscapeDataString("mutation { __typename }"));
        answer.Status.ShouldBe(405);
        answer.Response.Content.Headers.Allow.ShouldBe(["POST"]);
        answer.Code.ShouldBe("METHOD_NOT_ALLOWED");
    }

    [Fact]
    public async Task Another_method_is_405()
    {
        await using var door = await Door.OpenAsync();
        var answer = await door.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/graphql"));
        answer.Status.ShouldBe(405);
        answer.Response.Content.Headers.Allow.ShouldBe(["GET", "POST"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_body_that_any_web_page_could_send_is_415(string type)
    {
        await using var door = await Door.OpenAsync();
        var answer = await PostAsync(door, """{"query":"{ __typename }"}""", type);
        answer.Status.ShouldBe(415);
        answer.Code.ShouldBe("UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [InlineData("""[{"query":"{ __typename }"}]""", "Batches")]
    [InlineData("""{"query":"{ __typename }" """, "not well-formed JSON (line 1, byte")]
    [InlineData("", "empty")]
    [InlineData("3", "JSON object")]
    [InlineData("{}", "'query'")]
    [InlineData("""{"query":7}""", "'query' is a string")]
    [InlineData("""{"query":"{__typename}","variables":[]}""", "'variables'")]
    [InlineData("""{"query":"{__typename}","variables":{"a":1e999}}""", "too large")]
    [InlineData("""{"query":"{__typename}","variables":{"a":"\ud800"}}""", "Unicode")]
    [InlineData("""{"query":"{__typename}","query":"{__schema{types{name}}}"}""", "not well-formed")]
    [InlineData("""{"query":"{__typename}","extensions":"x"}""", "'extensions'")]
    [InlineData("""{"query":"{__typename}","operationName":[]}""", "'operationName'")]
    public async Task A_malformed_body_is_400_and_says_what_is_wrong(string body, string message)
    {
        await using var door = await Door.OpenAsync();
        var answer = await PostAsync(door, body);
        answer.Status.ShouldBe(400);
        answer.Code.ShouldBe("BAD_REQUEST");
        answer.Message.ShouldContain(message);
    }

    [Fact]
    public async Task A_body_over_the_cap_is_413_whether_or_not_it_tells_its_length()
    {
        await using var door = await Door.OpenAsync(limits: l => l.MaxBodyBytes = 1000);
        var body = $$$"""{"query":"{ __typename }","variables":{"a":"{{{new string('x', 1000)}}}"}}""";
        var told = await PostAsync(door, body);
        told.Status.ShouldBe(413);
        told.Code.ShouldBe("TOO_LARGE");
        told.Message.ShouldContain("1000 bytes");
        var chunked = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        chunked.Headers.TransferEncodingChunked = true;
        (await door.SendAsync(chunked)).Status.ShouldBe(413);
    }

    [Fact]
    public async Task Unicode_passes_both_ways()
    {
        await using var door = await Door.OpenAsync();
        var answer = await door.AskAsync("query($j: JSON) { echo(json: $j) { json } }", new { j = "Łucja 🏊 \u202e" });
        answer.Data.GetProperty("echo").GetProperty("json").GetString().ShouldBe("Łucja 🏊 \u202e");
    }

    [Theory]
    [InlineData("{", "SYNTAX_ERROR")]
    [InlineData("{ nothing }", "VALIDATION_FAILED")]
    [InlineData("query($id: ID!) { node(id: $id) { id } }", "INVALID_VARIABLE")]
    [InlineData("fragment F on Query { __typename }", "BAD_REQUEST")]
    [InlineData("query A { __typename } query B { __typename }", "BAD_REQUEST")]
    public async Task A_request_that_cannot_be_executed_is_400_to_a_client_that_knows_the_specification_and_200_to_one_that_does_not(string query, string code)
    {
        await using var door = await Door.OpenAsync();
        var aware = await door.AskAsync(query);
        aware.Status.ShouldBe(400);
        aware.Code.ShouldBe(code);
        aware.Json.TryGetProperty("data", out _).ShouldBeFalse();
        (await door.AskAsync(query, accept: "application/json")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", "application/graphql-response+json")]
    [InlineData("application/json, application/graphql-response+json;q=0.5", "application/json")]
    public async Task The_answer_has_the_media_type_that_the_client_prefers(string? accept, string type)
    {
        await using var door = await Door.OpenAsync();
        var answer = await door.AskAsync("{ __typename }", accept: accept);
        answer.Status.ShouldBe(200);
        answer.Response.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue(type, "utf-8"));
    }

    [Fact]
    public async Task A_media_type_that_is_not_served_is_406()
    {
        await using var door = await Door.OpenAsync();
        (await door.AskAsync("{ __typename }", accept: "text/html")).Status.ShouldBe(406);
    }

    [Fact]
    public async Task Answers_are_never_cached()
    {
        await using var door = await Door.OpenAsync();
        (await GetAsync(door, "query=%7B__typename%7D")).Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_list_of_a_thousand_inputs_passes_and_one_more_does_not()
    {
        await using var door = await Door.OpenAsync();
        const string query = "query($i: [String!]!) { sizes(inputs: $i) }";
        var fits = await door.AskAsync(query, new { i = Enumerable.Repeat(new string('x', 2000), 1000) });
        fits.Data.GetProperty("sizes").GetArrayLength().ShouldBe(1000);
        var over = await door.AskAsync(query, new { i = Enumerable.Repeat("x", 1001) });
        over.Status.ShouldBe(400);
        over.Code.ShouldBe("TOO_COSTLY");
    }

    private static Task<Answer> GetAsync(Door door, string query) => door.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/graphql?" + query));

    private static Task<Answer> PostAsync(Door door, string body, string type = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return door.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content });
    }
}
