using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Rules;

public sealed class BrokenBooksTests
{
    private static readonly (string Right, string Wrong, string Message)[] Form =
    [
        ("\"law\": \"WAC 1\", ", "", "WA.json: $: lacks 'law'."),
        ("\"law\"", "\"lawe\"", "knows no 'lawe'."),
        ("\"selector\": \"periodEnd\"", "\"selector\": \"whenever\"", "$.versions[0].selector: 'whenever' is none of"),
        ("\"to\": \"2020-12-31\"", "\"to\": \"2020-12-3\"", "$.versions[0].effective.to: '2020-12-3' is no date"),
        ("\"kind\": \"totalHours\"", "\"kind\": \"totalHour\"", "$.versions[0].requirements[0].kind: 'totalHour' is no kind of requirement."),
        ("\"hours\": 5, ", "", "$.versions[0].requirements[0]: lacks 'hours'."),
        ("\"hours\": 5,", "\"hours\": 5.125,", "requirements[0].hours: is no number of hours"),
        ("\"hours\": 5,", "\"hours\": -5,", "requirements[0].hours: is no number of hours"),
        ("\"hours\": 5,", "\"hours\": \"5\",", "requirements[0].hours: is no number of hours"),
        ("\"hours\": 2,", "\"hours\": 2, \"percent\": 10,", "requirements[1]: needs either 'hours' or 'percent'."),
        ("\"counting\": \"withinTotal\", ", "", "requirements[1]: lacks 'counting'."),
        ("\"pattern\": \"onDate\"", "\"pattern\": \"onADate\"", "renewal.expiry.pattern: 'onADate' is no pattern of expiry."),
        ("\"rule\": \"ofTerm\"", "\"rule\": \"ofTurm\"", "cycle.rule: 'ofTurm' is no rule of a cycle."),
        ("\"mode\": \"exempt\"", "\"mode\": \"exampt\"", "firstRenewal.mode: 'exampt' is no mode of a first renewal."),
        ("https://example.org/law", "example.org/law", "sources[0].url: is no address."),
        ("\"allowed\": null, ", "", "carryOver: lacks 'allowed'."),
        ("\"value\": 50", "\"value\": 61", "hour.minutes.value: are no minutes of an hour."),
    ];

    private static readonly (string Right, string Wrong, string Message)[] Sense =
    [
        ("\"jurisdiction\": \"WA\"", "\"jurisdiction\": \"OR\"", "$.jurisdiction: is OR, which another file is named for."),
        ("\"to\": \"2020-12-31\"", "\"to\": \"2021-01-01\"", "$.versions[1].effective: overlaps 'WA-one', which the same date selects."),
        ("\"from\": \"2021-01-01\"", "\"from\": null", "$.versions[1].effective: has no first day"),
        ("\"from\": \"2021-01-01\", \"to\": null", "\"from\": \"2021-01-01\", \"to\": \"2020-01-01\"", "$.versions[1].effective: ends before it begins."),
        ("\"to\": \"2020-12-31\"", "\"to\": \"2020-02-30\"", "'2020-02-30' is no date"),
        ("\"id\": \"WA-two\"", "\"id\": \"WA-one\"", "'WA-one' is not 'WA-' and a name of its own."),
        ("\"level\": \"secondary\" }]", "\"level\": \"secondary\" }, { \"id\": \"law\", \"url\": \"https://example.org/2\", \"level\": \"primary\" }]", "sources: 'law' is here twice."),
        ("\"code\": \"technique\"", "\"code\": \"ethics\"", "requirements: 'ethics' is here twice."),
        ("[\"ethics\", \"technique\"]", "[\"ethics\", \"techniques\"]", "refers to 'techniques', which is no requirement of this version."),
        ("\"keeps\": [\"ethics\"]", "\"keeps\": [\"law\"]", "firstRenewal: refers to 'law'"),
        ("\"hours\": 3", "\"hours\": 4", "the parts of 'total' do not add up to 5 hours."),
        ("\"hours\": 5, \"parts\": [\"ethics\", \"technique\"]", "\"hours\": 1", "'ethics' asks for more than the 1 hours within which it counts."),
        ("[\"massage_technique\"]", "[\"massage_tecnique\"]", "'massage_tecnique' is not among the shared words."),
        ("\"source\": \"law\"", "\"source\": \"rule\"", "'rule' is no source of the version."),
        ("\"source\": \"law\"", "\"source\": \"trade\"", "is Primary, but its source 'trade' is Secondary."),
        ("\"level\": \"primary\"", "\"level\": \"secondary\"", "is Primary, but no source of the version is."),
        ("\"month\": 8, \"day\": 31", "\"month\": 2, \"day\": 29", "renewal.expiry: names no day that every year has."),
        ("\"every\": 2, \"like\": 2025", "\"every\": 2", "renewal.expiry.years: needs 'like'"),
        ("\"untilDays\": 30", "\"untilDays\": 400", "renewal.late.stages: do not follow one another."),
        ("\"suspends\": [\"total\", \"technique\"]", "\"suspends\": [\"technique\"]", "overrides[0]: refers to 'technique'"),
        ("\"from\": \"2020-01-01\", \"to\": \"2020-12-31\"", "\"from\": \"2023-01-01\", \"to\": \"2023-12-31\"", "overrides[0].effective: lies outside its version."),
    ];

    public static TheoryData<string, string> OfForm => Rows(Form);

    public static TheoryData<string, string, string> All
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var (right, wrong, message) in Form.Concat(Sense))
                rows.Add(right, wrong, message);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_mistake_names_file_path_and_reason(string right, string wrong, string message)
    {
        var mistake = Should.Throw<FormatException>(() => RuleBookReader.Read("WA.json", Books.Broken(right, wrong), RuleWords.Shipped)).Message;
        mistake.ShouldStartWith("WA.json: $");
        mistake.ShouldContain(message);
    }

    [Fact]
    public void The_sound_sample_is_read() => RuleBookReader.Read("WA.json", Books.Sample, RuleWords.Shipped).Versions.Length.ShouldBe(2);

    [Theory]
    [InlineData("{")]
    [InlineData("""{ "law": "a", "law": "b" }""")]
    public void What_is_no_json_is_said_so(string json) =>
        Should.Throw<FormatException>(() => RuleBookReader.Read("WA.json", json, RuleWords.Shipped)).Message.ShouldStartWith("WA.json: $");

    private static TheoryData<string, string> Rows((string Right, string Wrong, string Message)[] cases)
    {
        var rows = new TheoryData<string, string>();
        foreach (var (right, wrong, _) in cases)
            rows.Add(right, wrong);
        return rows;
    }
}
