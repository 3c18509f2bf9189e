using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Rules;

/// <summary>Books for tests: the shipped ones, and a small sound one to break.</summary>
internal static class Books
{
    /// <summary>A book that is sound and holds one of everything that tests break.</summary>
    public const string Sample = """
        { "jurisdiction": "WA", "profession": "massageTherapist", "law": "WAC 1", "credentials": [{ "title": "Licensed", "abbreviation": "LMT", "confidence": "primary" }],
          "versions": [
          { "id": "WA-one", "effective": { "from": null, "to": "2020-12-31", "confidence": "primary" }, "selector": "periodEnd", "regulation": "license", "confidence": "primary",
            "sources": [{ "id": "law", "url": "https://example.org/law", "level": "primary" }, { "id": "trade", "url": "https://example.org/trade", "level": "secondary" }],
            "renewal": { "periodMonths": { "value": 24, "confidence": "primary" },
              "expiry": { "pattern": "onDate", "month": 8, "day": 31, "years": { "basis": "calendar", "every": 2, "like": 2025 }, "confidence": "primary" },
              "late": { "stages": [{ "status": "grace", "untilDays": 30, "practice": "unknown" }, { "status": "delinquent", "untilMonths": 12, "practice": "forbidden" }], "after": "lapsed", "confidence": "primary" } },
            "cycle": { "rule": "ofTerm", "confidence": "primary" }, "firstRenewal": { "mode": "exempt", "keeps": ["ethics"], "confidence": "primary" },
            "carryOver": { "allowed": null, "confidence": "unverified" }, "hour": { "minutes": { "value": 50, "confidence": "secondary", "source": "trade" } },
            "requirements": [
              { "kind": "totalHours", "code": "total", "title": "5 hours", "hours": 5, "parts": ["ethics", "technique"], "confidence": "primary" },
              { "kind": "atLeast", "code": "ethics", "title": "2 hours", "of": { "categories": ["ethics"] }, "hours": 2, "counting": "withinTotal", "confidence": "primary", "source": "law" },
              { "kind": "atLeast", "code": "technique", "title": "3 hours", "of": { "categories": ["massage_technique"] }, "hours": 3, "counting": "withinTotal", "confidence": "primary" }],
            "overrides": [{ "code": "waiver", "title": "None", "effective": { "from": "2020-01-01", "to": "2020-12-31", "confidence": "primary" }, "selector": "periodEnd", "suspends": ["total", "technique"], "confidence": "primary" }] },
          { "id": "WA-two", "effective": { "from": "2021-01-01", "to": null, "confidence": "primary" }, "selector": "periodEnd", "regulation": "license", "confidence": "primary",
            "sources": [{ "id": "law", "url": "https://example.org/law", "level": "primary" }],
            "renewal": null, "cycle": { "rule": "unknown", "confidence": "unverified" }, "firstRenewal": { "mode": "unknown", "confidence": "unverified" },
            "carryOver": { "allowed": false, "confidence": "primary" }, "hour": { "minutes": { "value": null, "confidence": "unverified" } }, "requirements": [] }] }
        """;

    public static string Text(string name)
    {
        using var stream = typeof(RuleBook).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static RuleBook Of(Jurisdiction jurisdiction) => RuleBook.Shipped[(int)jurisdiction];

    public static RuleBookVersion Version(string id) => RuleBook.Shipped.SelectMany(b => b.Versions).Single(v => v.Id == id);

    /// <summary>The sample with one text replaced; fails where the text is not in it, so that no test breaks nothing.</summary>
    public static string Broken(string right, string wrong)
    {
        Sample.ShouldContain(right);
        var at = Sample.IndexOf(right, StringComparison.Ordinal);
        return string.Concat(Sample.AsSpan(0, at), wrong, Sample.AsSpan(at + right.Length));
    }
}
