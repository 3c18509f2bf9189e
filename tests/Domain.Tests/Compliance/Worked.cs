using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>What a worked example shows.</summary>
internal enum Shows
{
    Passes,
    Fails,
    FirstRenewal,

    /// <summary>What is asked for, or what was done, is not known well enough for an answer.</summary>
    StaysOpen,

    /// <summary>Nothing regulates massage: no requirement at all.</summary>
    AsksNothing,
}

/// <summary>One worked example: what happens, what the cycle comes to, what it lacks ("code hours"), statuses that the report must show, and the law.</summary>
internal sealed record Worked(Shows Shows, string Because, Example Example, bool? Satisfied, string? Lacks, string[] Statuses, string Law)
{
    /// <summary>What a text says whose figures stand in no text of the regulator that was read.</summary>
    public const string NotPrimary = "not seen in primary text";

    public RuleBookVersion Version => RuleBook.Shipped.SelectMany(b => b.Versions).Single(v => v.Id == Example.Version);

    public Jurisdiction Jurisdiction => Enum.Parse<Jurisdiction>(Example.Version.Split('-')[0]);

    /// <summary>The requirement that it lacks, or the first.</summary>
    public string? Code => Lacks?.Split(' ')[0];

    /// <summary>The missing hours; null where no hours are counted.</summary>
    public Hours? Missing => Lacks?.Split(' ') is [_, var hours] ? Hours.Parse(hours) : null;

    public override string ToString() => Because;
}

/// <summary>A state, the law that its examples name, and a cycle in which all is done.</summary>
internal sealed record StateLaw(string Name, string Law, Example Done)
{
    public Worked Passes(string because, params string[] statuses) => Passes(because, Done, statuses);

    public Worked Passes(string because, Example example, params string[] statuses) => Of(Shows.Passes, because, example, true, null, statuses);

    public Worked Fails(string because, string credits, string lacks, params string[] statuses) => Fails(because, Done with { Credits = credits }, lacks, statuses);

    public Worked Fails(string because, Example example, string lacks, params string[] statuses) => Of(Shows.Fails, because, example, false, lacks, statuses);

    public Worked First(string because, Example example, bool? satisfied, params string[] statuses) =>
        Of(Shows.FirstRenewal, because, example with { Renewal = 1 }, satisfied, null, statuses);

    /// <summary>No rule for the first renewal is known: what a later one asks for is surely enough, and nothing is surely too little.</summary>
    public Worked[] FirstUnknown(params string[] statuses) =>
    [
        First("no rule of the first renewal is known, so no hours are neither enough nor too few", Done with { Credits = "" }, null, statuses),
        First("no rule of the first renewal is known, but what every other asks for is enough", Done, true),
    ];

    public Worked Open(string because, Example example, params string[] statuses) => Of(Shows.StaysOpen, because, example, null, null, statuses);

    public Worked AsksNothing(string because) => Of(Shows.AsksNothing, because, Done, true, null, []);

    private Worked Of(Shows shows, string because, Example example, bool? satisfied, string? lacks, string[] statuses) =>
        new(shows, $"{Name}: {because}", example, satisfied, lacks, statuses, Law);
}
