using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Rules;

/// <summary>Reads the requirements of one version.</summary>
internal sealed class RequirementReader(RuleSources sources, ImmutableArray<Credential> credentials, RuleWords words)
{
    private static readonly ImmutableArray<string> Common = ["kind", "code", "title", "confidence", "source", "window", "applies", "note"];

    public Requirement Read(DataNode node)
    {
        var kind = node.Text("kind");
        return kind switch
        {
            "totalHours" => new TotalHours(Heading(node, "hours", "parts"), Hours(node, "hours"), node.Texts("parts")),
            "accruedHours" => new AccruedHours(Heading(node, "hoursPerMonth", "since"), Hours(node, "hoursPerMonth"), node.Get("since").AsDate()),
            "atLeast" => new AtLeast(
                Heading(node, "of", "hours", "percent", "counting", "inside", "handsOnPercentOfCourse"),
                Filter(node.Get("of")),
                AmountOf(node),
                node.Choice<Counting>("counting"),
                node.TextOrNull("inside"),
                node.CountOrNull("handsOnPercentOfCourse")),
            "atMost" => new AtMost(
                Heading(node, "of", "hours", "percent", "inside"), Filter(node.Get("of")), AmountOf(node), node.TextOrNull("inside")),
            "atMostPerDay" => new AtMostPerDay(Heading(node, "hours"), Hours(node, "hours")),
            "onlyWhere" => new OnlyWhere(Heading(node, "of", "must"), Filter(node.Get("of")), Filter(node.Get("must"))),
            "noRepeat" => new NoRepeat(Heading(node, "months"), node.CountOrNull("months")),
            "trainingDone" => new TrainingDone(Heading(node, "of", "counting"), Filter(node.Get("of")), node.Choice<Counting>("counting")),
            "credentialHeld" => new CredentialHeld(
                Heading(node, "credentials", "creditHours", "counting"),
                node.Choices<HeldCredential>("credentials") is { IsEmpty: false } held ? held : throw node.Wrong("names no credential."),
                node.Has("creditHours") ? Hours(node, "creditHours") : null,
                node.Choice<Counting>("counting")),
            "alternative" => new Alternative(
                Heading(node, "credential", "insteadOf"), node.Choice<HeldCredential>("credential"), node.Texts("insteadOf")),
            "duty" => new Duty(Heading(node, "text"), node.Text("text")),
            _ => throw node.Get("kind").Wrong($"'{kind}' is no kind of requirement."),
        };
    }

    private Heading Heading(DataNode node, params ReadOnlySpan<string> own)
    {
        node.Only([.. Common, .. own]);
        return new(
            node.Text("code"),
            node.Text("title"),
            sources.Citation(node),
            node.Optional("window") is { } window ? RuleBookReader.Effective(window) : null,
            node.Optional("applies") is { } applies ? Applies(applies) : Applicability.Always,
            node.TextOrNull("note"));
    }

    private Applicability Applies(DataNode node)
    {
        node.Only("occasion", "years", "credentials", "yearsActiveFrom", "yearsActiveBelow", "licenseNumber");
        var kind = node.Has("occasion") ? node.Choice<OccasionKind>("occasion") : OccasionKind.EachRenewal;
        if (node.Has("years") != (kind == OccasionKind.OncePerYears))
            throw node.Wrong("needs 'years' for oncePerYears, and for nothing else.");
        foreach (var credential in node.Items("credentials"))
        {
            if (credentials.All(c => c.Abbreviation != credential.AsText()))
                throw credential.Wrong($"'{credential.AsText()}' is no credential of this book.");
        }

        return new(
            new(kind, node.CountOrNull("years")),
            node.Texts("credentials"),
            node.CountOrNull("yearsActiveFrom"),
            node.CountOrNull("yearsActiveBelow"),
            node.Has("licenseNumber") ? node.Choice<NumberParity>("licenseNumber") : null);
    }

    private CreditFilter Filter(DataNode node)
    {
        node.Only(
            "categories", "deliveries", "unsettledDeliveries", "handsOn", "providers", "otherProvidersThan", "activities", "otherActivitiesThan",
            "lawOf");
        var filter = new CreditFilter(
            Words(node, "categories", words.Categories),
            node.Choices<Delivery>("deliveries"),
            node.Choices<Delivery>("unsettledDeliveries"),
            node.Flag("handsOn"),
            Words(node, "providers", words.Providers),
            Words(node, "otherProvidersThan", words.Providers),
            Words(node, "activities", words.Activities),
            Words(node, "otherActivitiesThan", words.Activities),
            node.Has("lawOf") ? node.Choice<Jurisdiction>("lawOf") : null);
        return filter.Deliveries.Intersect(filter.UnsettledDeliveries).Any()
            ? throw node.Wrong("names a delivery both as settled and as unsettled.")
            : filter;
    }

    internal static ImmutableArray<string> Words(DataNode node, string name, ImmutableArray<RuleWord> known) =>
        [.. node.Items(name).Select(n => Word(n, known))];

    internal static string Word(DataNode node, ImmutableArray<RuleWord> known) =>
        known.Any(w => w.Code == node.AsText()) ? node.AsText() : throw node.Wrong($"'{node.AsText()}' is not among the shared words.");

    private Figure<Hours> Hours(DataNode node, string name) =>
        RuleSources.Figure(node, name, sources.Citation(node), n => n.AsHours(), node.TextOrNull("note"));

    private Figure<Amount> AmountOf(DataNode node)
    {
        if (node.Has("hours") == node.Has("percent"))
            throw node.Wrong("needs either 'hours' or 'percent'.");
        var (name, read) = node.Has("hours") ? ("hours", Amount) : ("percent", (Func<DataNode, Amount>)Percent);
        return RuleSources.Figure(node, name, sources.Citation(node), read, node.TextOrNull("note"));
    }

    internal static Amount Amount(DataNode node) => Rules.Amount.Of(node.AsHours());

    internal static Amount Percent(DataNode node) =>
        node.AsCount() is var percent and <= 100 ? Rules.Amount.OfTotal(percent) : throw node.Wrong("is more than 100 percent.");
}
