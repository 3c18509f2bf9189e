using System.Text;
using LicenseTracker.Api.Importing;

namespace LicenseTracker.Api.Tests.Importing;

/// <summary>Profiles are data, so what is wrong with one is said with its file and place.</summary>
public sealed class ProfileTests
{
    private static string Good { get; } = """
        { "name": "p", "title": "T", "about": "A", "jurisdiction": null, "unknownColumns": "IGNORED", "profession": "MASSAGE_THERAPIST", "numberSeparator": null,
          "columns": [
            { "name": "number", "holds": "NUMBER" }, { "name": "status", "holds": "STATUS" },
            { "name": "issued", "holds": "ISSUED_ON", "dates": ["yyyy-MM-dd"] }, { "name": "expires", "holds": "EXPIRES_ON", "dates": ["yyyy-MM-dd"] } ],
          "never": [], "statuses": [ { "words": ["OK"], "means": "ACTIVE" } ] }
        """;

    [Fact]
    public void All_shipped_profiles_are_well_formed_and_named_after_their_sources() =>
        ProfileReader.Shipped().Select(p => p.Name).ShouldBe(["co-dora", "compactconnect", "ct-elicense", "il-idfpr", "wa-doh"]);

    [Fact]
    public void A_good_profile_is_read() => Read(Good).StatusColumns.Single().Name.ShouldBe("status");

    [Theory]
    [InlineData("\"name\": \"p\"", "\"name\": \"q\"", "p.json: $.name is 'q', not the file's name.")]
    [InlineData("\"name\": \"p\"", "\"nmae\": \"p\"", "p.json: ")]
    [InlineData("\"holds\": \"NUMBER\"", "\"holds\": \"NUMMER\"", "p.json: $.columns[0].holds")]
    [InlineData("\"holds\": \"NUMBER\"", "\"holds\": \"CHECKED_ONLY\"", "p.json: $.columns has none that holds Number.")]
    [InlineData("\"name\": \"status\"", "\"name\": \"NUMBER\"", "stands twice")]
    [InlineData("\"dates\": [\"yyyy-MM-dd\"]", "\"dates\": []", "p.json: $.columns[2].dates")]
    [InlineData("\"dates\": [\"yyyy-MM-dd\"]", "\"dates\": [\"MM\"]", "p.json: $.columns[2].dates holds 'MM'")]
    [InlineData("\"holds\": \"NUMBER\"", "\"holds\": \"NUMBER\", \"pattern\": \"(\", \"form\": \"x\"", "p.json: $.columns[0].pattern is no pattern.")]
    [InlineData("\"holds\": \"NUMBER\"", "\"holds\": \"NUMBER\", \"pattern\": \"x\"", "p.json: $.columns[0].pattern and form go together.")]
    [InlineData("\"profession\": \"MASSAGE_THERAPIST\"", "\"profession\": null", "p.json: $.profession")]
    [InlineData("\"words\": [\"OK\"]", "\"words\": [\"OK\", \"\"]", "p.json: $.statuses[0].words needs 1 words")]
    [InlineData("{ \"words\": [\"OK\"], \"means\": \"ACTIVE\" }", "{ \"words\": [\"*\"], \"means\": \"ACTIVE\" }, { \"words\": [\"OK\"], \"means\": \"EXPIRED\" }", "is never reached")]
    [InlineData("\"never\": []", "\"never\": [ { \"where\": { \"x\": \"y\" }, \"because\": \"z\" } ]", "names no column")]
    [InlineData("\"means\": \"ACTIVE\"", "\"means\": \"ACTIVE\", \"extra\": 1", "p.json: $.statuses[0]")]
    public void A_malformed_profile_fails_loudly(string good, string bad, string says)
    {
        Good.ShouldContain(good);

        Should.Throw<InvalidDataException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal))).Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("ACTIVE_IN_RENEWAL", "Active - in renewal", true)]
    [InlineData("ACTIVE", "INACTIVE", false)]
    [InlineData("*", "anything", true)]
    [InlineData("", "  ", true)]
    [InlineData("", "x", false)]
    public void Words_of_status_fit_whatever_their_case_and_marks(string word, string cell, bool fits) =>
        new ProfileStatus([word], Domain.Rosters.RosterStatus.Active).Fits([cell]).ShouldBe(fits);

    private static Profile Read(string json) => ProfileReader.Read("p.json", new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
