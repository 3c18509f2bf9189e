using System.Collections.Immutable;

namespace LicenseTracker.Domain.Rules;

/// <summary>Reads in which window CE is earned, what the first renewal asks, what is carried over and what an hour is.</summary>
internal sealed class CycleReader(RuleSources sources, RuleWords words)
{
    public CycleRule Cycle(DataNode node)
    {
        node.Only("rule", "months", "month", "day", "everyYears", "like", "due", "confidence", "source", "note");
        var (citation, note) = (sources.Citation(node), node.TextOrNull("note"));
        var due = node.Optional("due") is { } deadline ? new RenewalReader(sources).Deadline(deadline) : null;
        switch (node.Text("rule"))
        {
            case "ofTerm":
                return new CycleOfTerm(due, citation, note);
            case "beforeExpiry":
                return new CycleBeforeExpiry(node.Get("months").AsCount(), due, citation, note);
            case "fromPreviousTerm":
                var (month, day) = RenewalReader.DayOf(node);
                return new CycleFromPreviousTerm(month, day, due, citation, note);
            case "byCalendar":
                var (first, of) = RenewalReader.DayOf(node);
                var years = node.Get("everyYears").AsCount() is > 0 and var every ? every : throw node.Wrong("recurs never.");
                return new CycleByCalendar(first, of, years, node.Get("like").AsCount(), citation, note);
            case "ofTerms":
                return new CycleOfTerms(node.Get("months").AsCount(), citation, note);
            case "unknown":
                return new CycleUnknown(node.CountOrNull("months"), citation, note);
            case var rule:
                throw node.Get("rule").Wrong($"'{rule}' is no rule of a cycle.");
        }
    }

    public FirstRenewal FirstRenewal(DataNode node)
    {
        node.Only("mode", "keeps", "waives", "hours", "monthsPerPart", "atMost", "rows", "ifLicensedUnderMonths", "confidence", "source", "note");
        var (citation, note) = (sources.Citation(node), node.TextOrNull("note"));
        var under = node.CountOrNull("ifLicensedUnderMonths");
        return node.Text("mode") switch
        {
            "full" => new FullAtFirst(citation, note),
            "exempt" => new ExemptAtFirst(node.Texts("keeps"), under, citation, note),
            "reduced" => new ReducedAtFirst(
                RuleSources.Figure(node, "hours", citation, n => n.AsHours(), note), node.Texts("waives"), under, citation, note),
            "prorated" => new ProratedAtFirst(
                node.Get("monthsPerPart").AsCount() is > 0 and var months ? months : throw node.Wrong("has parts of no length."),
                RuleSources.Figure(node, "hours", citation, n => n.AsHours(), note),
                node.Optional("atMost")?.AsHours(),
                node.Texts("waives"),
                citation,
                note),
            "charted" => new ChartedAtFirst([.. node.Get("rows").AsItems().Select(Row)], node.Texts("waives"), citation, note),
            "unknown" => new UnknownAtFirst(citation, note),
            var mode => throw node.Get("mode").Wrong($"'{mode}' is no mode of a first renewal."),
        };
    }

    private ChartRow Row(DataNode node)
    {
        node.Only("year", "month", "hours", "confidence", "source");
        return node.Get("month").AsCount() is >= 1 and <= 12 and var month
            ? new(node.Get("year").AsCount(), month, RuleSources.Figure(node, "hours", sources.Citation(node), n => n.AsHours()))
            : throw node.Get("month").Wrong("is no month.");
    }

    public CarryOver CarryOver(DataNode node)
    {
        node.Only("allowed", "hours", "percent", "cycles", "years", "notCarried", "from", "confidence", "source", "note");
        ImmutableArray<Amount> limits =
        [
            .. node.Optional("hours") is { } hours ? [RequirementReader.Amount(hours)] : Array.Empty<Amount>(),
            .. node.Optional("percent") is { } percent ? [RequirementReader.Percent(percent)] : Array.Empty<Amount>(),
        ];
        var allowed = RuleSources.Figure(node, "allowed", sources.Citation(node), n => n.AsFlag(), node.TextOrNull("note"));
        return new(
            allowed,
            limits,
            node.CountOrNull("cycles"),
            node.CountOrNull("years"),
            RequirementReader.Words(node, "notCarried", words.Categories),
            node.DateOrNull("from"));
    }

    public HourRules Hours(DataNode node)
    {
        node.Only("minutes", "conversions");
        var minutes = sources.Figure(
            node.Get("minutes"), n => n.AsCount() is >= 1 and <= 60 and var m ? m : throw n.Wrong("are no minutes of an hour."));
        return new(minutes, [.. node.Items("conversions").Select(Conversion)]);
    }

    private Conversion Conversion(DataNode node)
    {
        node.Only("unit", "hours", "atMost", "oncePerYears", "confidence", "source", "note");
        return new(
            RequirementReader.Word(node.Get("unit"), words.Units),
            RuleSources.Figure(node, "hours", sources.Citation(node), n => n.AsHours()),
            node.Optional("atMost")?.AsHours(),
            node.CountOrNull("oncePerYears"),
            node.TextOrNull("note"));
    }
}
