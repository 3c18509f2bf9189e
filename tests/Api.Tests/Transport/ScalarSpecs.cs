using System.Text.Json;

namespace LicenseTracker.Api.Tests.Transport;

/// <summary>Values pass exactly or are refused with the form they take, as a literal and as a variable alike.</summary>
public sealed class ScalarSpecs
{
    public static TheoryData<string, string, string, string> Accepted => new()
    {
        { "date", "Date", "\"2028-02-29\"", "\"2028-02-29\"" },
        { "dateTime", "DateTime", "\"2027-05-03T12:04:05.123456-05:00\"", "\"2027-05-03T17:04:05.123456Z\"" },
        { "dateTime", "DateTime", "\"2027-05-03T17:04:05Z\"", "\"2027-05-03T17:04:05.000000Z\"" },
        { "hours", "Hours", "\"9.50\"", "\"9.5\"" },
        { "hours", "Hours", "\"0.25\"", "\"0.25\"" },
        { "hours", "Hours", "\"12\"", "\"12\"" },
        { "long", "Long", "9223372036854775807", "9223372036854775807" },
        { "long", "Long", "-9223372036854775808", "-9223372036854775808" },
        { "long", "Long", "0", "0" },
        { "date", "Date", "null", "null" },
        { "json", "JSON", "[1,2.50,\"x\",true,null,{\"a\":{}}]", "[1,2.50,\"x\",true,null,{\"a\":{}}]" },
        { "types", "[EncumbranceType!]!", "[\"COMPLETION_OF_CE\"]", "[\"COMPLETION_OF_CE\"]" },
    };

    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "date", "Date", "\"2027-02-29\"", "\"2027-08-31\"" },
        { "date", "Date", "\"2027-2-9\"", "\"2027-08-31\"" },
        { "date", "Date", "\"2027-02-09T00:00:00Z\"", "\"2027-08-31\"" },
        { "date", "Date", "20270209", "\"2027-08-31\"" },
        { "dateTime", "DateTime", "\"2027-05-03T17:04:05\"", "offset" },
        { "dateTime", "DateTime", "\"2027-05-03\"", "offset" },
        { "dateTime", "DateTime", "\"2027-05-03T25:04:05Z\"", "offset" },
        { "dateTime", "DateTime", "\"2027-05-03T17:04:05.1234567Z\"", "offset" },
        { "hours", "Hours", "9.5", "two decimal places" },
        { "hours", "Hours", "\"9.555\"", "two decimal places" },
        { "hours", "Hours", "\"-1\"", "two decimal places" },
        { "hours", "Hours", "\"1e2\"", "two decimal places" },
        { "hours", "Hours", "\" 9\"", "two decimal places" },
        { "long", "Long", "\"5\"", "whole number" },
        { "long", "Long", "5.5", "whole number" },
        { "long", "Long", "9223372036854775808", "whole number" },
        { "types", "[EncumbranceType!]!", "[\"PARDON\"]", "EncumbranceType" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_variable_comes_back_in_its_one_form(string field, string type, string json, string expected)
    {
        await using var door = await Door.OpenAsync();
        var answer = await AskAsync(door, field, type, json);
        answer.Data.GetProperty("echo").GetProperty(field).GetRawText().ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_literal_comes_back_in_its_one_form(string field, string type, string json, string expected)
    {
        await using var door = await Door.OpenAsync();
        var answer = await door.AskAsync($"{{ echo({field}: {Literal(type, json)}) {{ {field} }} }}");
        answer.Data.GetProperty("echo").GetProperty(field).GetRawText().ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_variable_of_another_form_is_refused_with_the_form_it_takes(string field, string type, string json, string form)
    {
        await using var door = await Door.OpenAsync();
        var answer = await AskAsync(door, field, type, json);
        answer.Status.ShouldBe(400);
        answer.Code.ShouldBe("INVALID_VARIABLE");
        answer.Message.ShouldContain(form);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_literal_of_another_form_is_refused_with_the_form_it_takes(string field, string type, string json, string form)
    {
        await using var door = await Door.OpenAsync();
        var answer = await door.AskAsync($"{{ echo({field}: {Literal(type, json)}) {{ {field} }} }}");
        answer.Status.ShouldBe(400);
        answer.Code.ShouldBe("VALIDATION_FAILED");
        answer.Message.ShouldContain(form);
    }

    private static Task<Answer> AskAsync(Door door, string field, string type, string json) =>
        door.AskAsync($"query($v: {type}) {{ echo({field}: $v) {{ {field} }} }}", new { v = JsonDocument.Parse(json).RootElement });

    /// <summary>A JSON value as a GraphQL literal: names of members and enum values are bare.</summary>
    private static string Literal(string type, string json) =>
        type.StartsWith("[Enc", StringComparison.Ordinal) ? json.Replace("\"", "", StringComparison.Ordinal) : json.Replace("\"a\":", "a:", StringComparison.Ordinal);
}
