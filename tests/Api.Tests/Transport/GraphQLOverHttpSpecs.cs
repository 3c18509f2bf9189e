using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace LicenseTracker.Api.Tests.Transport;

/// <summary>GraphQL over HTTP, as its reference audits check it: one row a rule, MUST, SHOULD and MAY.</summary>
public sealed class GraphQLOverHttpSpecs
{
    private const string Response = "application/graphql-response+json";
    private const string Json = "application/json";
    private const string Typename = """{"query":"{ __typename }"}""";
    private const string Named = """{"query":"query Type($name: String!) { __type(name: $name) { name } }","variables":{"name":"sometype"}}""";
    private const string Run = """{"query":"{ __type(name: \"Run🏃Swim🏊\") { name } }"}""";
    private const string Coerce = """{"query":"query CoerceFailure($id: ID!){ __typename }","variables":{"id":null}}""";
    private const string Unparsable = """{"query":"{"}""";
    private const string Invalid = """{"query":"{ 8f31403dfe404bccbb0e835f2629c6a7 }"}""";

    /// <summary>Accept, content type, body, status, media type of the answer.</summary>
    public static TheoryData<string, string?, string?, string?, int, string> Rules => new()
    {
        { "SHOULD accept application/graphql-response+json and match the content type", Response, Json, Typename, 200, Response },
        { "MUST accept application/json and match the content type", Json, Json, Typename, 200, Json },
        { "SHOULD answer */* with application/json", "*/*", Json, Typename, 200, Json },
        { "SHOULD assume application/json when accept is missing", null, Json, Typename, 200, Json },
        { "MUST accept a request in UTF-8", null, "application/json; charset=utf-8", Run, 200, Json },
        { "MUST assume UTF-8 where no encoding is told", null, Json, Run, 200, Json },
        { "SHOULD refuse a POST without content type", null, null, Typename, 415, Json },
        { "MAY refuse a POST without body", null, Json, "", 400, Json },
        { "MAY refuse a missing query", Response, Json, """{"notquery":"{ __typename }"}""", 400, Response },
        { "MAY refuse a query that is an object", null, Json, """{"query":{"obj":"ect"}}""", 400, Json },
        { "MAY refuse a query that is a number", null, Json, """{"query":0}""", 400, Json },
        { "MAY refuse a query that is a boolean", null, Json, """{"query":false}""", 400, Json },
        { "MAY refuse a query that is an array", null, Json, """{"query":["array"]}""", 400, Json },
        { "MAY refuse an operationName that is an object", null, Json, """{"query":"{__typename}","operationName":{"obj":"ect"}}""", 400, Json },
        { "MAY refuse an operationName that is a number", null, Json, """{"query":"{__typename}","operationName":0}""", 400, Json },
        { "MAY refuse an operationName that is a boolean", null, Json, """{"query":"{__typename}","operationName":false}""", 400, Json },
        { "MAY refuse an operationName that is an array", null, Json, """{"query":"{__typename}","operationName":["array"]}""", 400, Json },
        { "SHOULD allow an operationName", Response, Json, """{"query":"query Q { __typename }","operationName":"Q"}""", 200, Response },
        { "MUST allow an operationName", Json, Json, """{"query":"query Q { __typename }","operationName":"Q"}""", 200, Json },
        { "SHOULD allow null variables", Response, Json, """{"query":"{__typename}","variables":null}""", 200, Response },
        { "MUST allow null variables", Json, Json, """{"query":"{__typename}","variables":null}""", 200, Json },
        { "SHOULD allow a null operationName", Response, Json, """{"query":"{__typename}","operationName":null}""", 200, Response },
        { "MUST allow a null operationName", Json, Json, """{"query":"{__typename}","operationName":null}""", 200, Json },
        { "SHOULD allow null extensions", Response, Json, """{"query":"{__typename}","extensions":null}""", 200, Response },
        { "MUST allow null extensions", Json, Json, """{"query":"{__typename}","extensions":null}""", 200, Json },
        { "MAY refuse variables that are a string", null, Json, """{"query":"{__typename}","variables":"string"}""", 400, Json },
        { "MAY refuse variables that are a number", null, Json, """{"query":"{__typename}","variables":0}""", 400, Json },
        { "MAY refuse variables that are a boolean", null, Json, """{"query":"{__typename}","variables":false}""", 400, Json },
        { "MAY refuse variables that are an array", null, Json, """{"query":"{__typename}","variables":["array"]}""", 400, Json },
        { "SHOULD allow variables", Response, Json, Named, 200, Response },
        { "MUST allow variables", Json, Json, Named, 200, Json },
        { "MAY refuse extensions that are a string", null, Json, """{"query":"{__typename}","extensions":"string"}""", 400, Json },
        { "MAY refuse extensions that are a number", null, Json, """{"query":"{__typename}","extensions":0}""", 400, Json },
        { "MAY refuse extensions that are a boolean", null, Json, """{"query":"{__typename}","extensions":false}""", 400, Json },
        { "MAY refuse extensions that are an array", null, Json, """{"query":"{__typename}","extensions":["array"]}""", 400, Json },
        { "SHOULD allow extensions", Response, Json, """{"query":"{__typename}","extensions":{"some":"value"}}""", 200, Response },
        { "MUST allow extensions", Json, Json, """{"query":"{__typename}","extensions":{"some":"value"}}""", 200, Json },
        { "SHOULD refuse broken JSON", Json, Json, """{ "not a JSON""", 400, Json },
        { "SHOULD refuse broken JSON to an aware client", Response, Json, """{ "not a JSON""", 400, Response },
        { "MAY refuse unknown parameters", null, Json, """{"qeury":"{ __typename }"}""", 400, Json },
        { "SHOULD answer 200 to an unparsable document", Json, Json, Unparsable, 200, Json },
        { "SHOULD answer 200 to an invalid document", Json, Json, Invalid, 200, Json },
        { "SHOULD answer 200 to a variable that cannot be coerced", Json, Json, Coerce, 200, Json },
        { "SHOULD answer 400 to an unparsable document", Response, Json, Unparsable, 400, Response },
        { "SHOULD answer 400 to an invalid document", Response, Json, Invalid, 400, Response },
        { "SHOULD answer 400 to a variable that cannot be coerced", Response, Json, Coerce, 400, Response },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_POST_is_answered_as_the_specification_says(string rule, string? accept, string? type, string? body, int status, string answerType)
    {
        await using var door = await Door.OpenAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body!));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        await CheckAsync(door, new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content }, accept, rule, status, answerType);
    }

    [Theory]
    [InlineData("MAY accept a GET", "query={ __typename }", null, 200, Json)]
    [InlineData("MAY NOT execute a mutation by GET", "query=mutation { __typename }", Response, 405, Response)]
    [InlineData("MAY allow variables by GET", "query=query T($n: String!) { __type(name: $n) { name } }&variables={\"n\":\"x\"}", Response, 200, Response)]
    [InlineData("MAY allow variables by GET to any client", "query=query T($n: String!) { __type(name: $n) { name } }&variables={\"n\":\"x\"}", Json, 200, Json)]
    public async Task A_GET_is_answered_as_the_specification_says(string rule, string query, string? accept, int status, string answerType)
    {
        await using var door = await Door.OpenAsync();
        await CheckAsync(door, new HttpRequestMessage(HttpMethod.Get, "/graphql?" + query), accept, rule, status, answerType);
    }

    private static async Task CheckAsync(Door door, HttpRequestMessage request, string? accept, string rule, int status, string answerType)
    {
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        var answer = await door.SendAsync(request);
        answer.Status.ShouldBe(status, rule);
        answer.Response.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue(answerType, "utf-8"), rule);
        // Refused before execution: no data. Accepted: no errors, unless the client cannot tell by the status.
        answer.Json.TryGetProperty("data", out _).ShouldBe(status == 200 && !answer.Json.TryGetProperty("errors", out _), rule);
        if (status != 200)
            answer.Json.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Array, rule);
    }
}
