using System.Collections.Immutable;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Domain.Tests.Compliance.States;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>The states' own arithmetic on the books as shipped: what passes, what fails and by which requirement, and where that stands.</summary>
public class WorkedExamplesTests
{
    private static readonly Example La = new("LA-2022", "2025-04-01..2026-03-31", "15 massage_technique via board_approved");

    private static ImmutableArray<Worked> Examples { get; } =
    [
        .. Pacific.All, .. Mountain.All, .. Plains.All, .. GreatLakes.All, .. SouthCentral.All, .. SouthAtlantic.All, .. MidAtlantic.All, .. NewEngland.All,
    ];

    public static TheoryData<string> All => [.. Examples.Select(e => e.Because)];

    public static TheoryData<Jurisdiction> Everywhere => [.. Enum.GetValues<Jurisdiction>()];

    [Theory]
    [MemberData(nameof(All))]
    public void The_states_own_arithmetic(string because)
    {
        var worked = Examples.Single(e => e.Because == because);
        var report = worked.Example.Judge();
        report.Satisfied.ShouldBe(worked.Satisfied, report.Text());
        foreach (var status in worked.Statuses)
            report.Requirements.Select(r => r.Text()).ShouldContain(status, report.Text());
        if (worked.Shows is Shows.AsksNothing)
        {
            report.Requirements.ShouldBeEmpty();
            worked.Version.Regulation.ShouldBe(MassageRegulation.None);
            return;
        }

        var decisive = worked.Code is { } code ? report.Of(code) : report.Requirements[0];
        decisive.Citation.Text.ShouldContain(worked.Law);
        if (worked.Code is null)
            return;
        decisive.State.ShouldBeOneOf(RequirementState.Short, RequirementState.Pending);
        decisive.Shortfall.ShouldBe(worked.Missing, report.Text());
    }

    /// <summary>A text says that figures were not seen in primary text just where the citation of what decides says so.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void An_example_says_whether_its_figures_were_seen_in_primary_text(string because)
    {
        var worked = Examples.Single(e => e.Because == because);
        var rules = worked.Version;
        if (worked.Shows is Shows.FirstRenewal && rules.FirstRenewal is UnknownAtFirst)
            return;
        var confidence = worked switch
        {
            { Shows: Shows.FirstRenewal } => rules.FirstRenewal.Citation.Confidence,
            { Shows: Shows.AsksNothing } => rules.Confidence,
            _ when worked.Example.Judge() is var report => (worked.Code is { } code ? report.Of(code) : report.Requirements[0]).Citation.Confidence,
            _ => throw new InvalidOperationException("Every example is judged."),
        };
        because.Contains(Worked.NotPrimary, StringComparison.Ordinal).ShouldBe(confidence is not Confidence.Primary, confidence.ToString());
    }

    /// <summary>
    /// Where the newest version's total was seen in primary text: what passes, what fails by each requirement of hours, and the first renewal. Elsewhere what
    /// passes and what fails; where hours are unknown, that the answer is, and where there are none, that nothing is asked.
    /// </summary>
    [Theory]
    [MemberData(nameof(Everywhere))]
    public void Every_jurisdiction_has_its_worked_examples(Jurisdiction jurisdiction)
    {
        var rules = RuleBook.Shipped[(int)jurisdiction].Versions[^1];
        var shown = Examples.Where(e => e.Example.Version == rules.Id).ToArray();
        var asked = rules.Requirements.Where(r => r.Heading.Applies.Occasion.Kind is not (OccasionKind.FirstRenewal or OccasionKind.SecondRenewal))
            .Select(r => (r.Code, IsKnown: IsKnown(r))).Where(r => r.IsKnown is not null).ToArray();
        var total = rules.Requirements.OfType<TotalHours>().FirstOrDefault()?.Minimum;
        var isZero = total is not null && total.TryGet(out var hours) && hours == Hours.Zero;
        List<string> missing = [];
        void Need(Shows kind, bool when)
        {
            if (when && !shown.Any(e => e.Shows == kind))
                missing.Add(kind.ToString());
        }

        var isOpen = asked.Any(r => r.IsKnown is false);
        Need(Shows.AsksNothing, rules.Regulation is MassageRegulation.None);
        Need(Shows.StaysOpen, isOpen);
        Need(Shows.Passes, total is not null && !isOpen);
        Need(Shows.Fails, total is { IsKnown: true } && !isZero);
        if (total is { IsKnown: true, Citation.Confidence: Confidence.Primary } && !isZero)
        {
            Need(Shows.FirstRenewal, true);
            missing.AddRange(asked.Where(r => r.IsKnown is true && !shown.Any(e => e.Shows is Shows.Fails && e.Code == r.Code)).Select(r => "fails by " + r.Code));
        }

        missing.ShouldBeEmpty($"worked examples of {rules.Id}");
        shown.ShouldNotBeEmpty();
    }

    /// <summary>Whether the figure of a requirement of hours is known; null: it asks for no hours.</summary>
    private static bool? IsKnown(Requirement requirement) => requirement switch
    {
        TotalHours t => t.Minimum.IsKnown,
        AtLeast m => m.Amount.IsKnown,
        _ => null,
    };

    [Fact]
    public void Louisiana_carries_what_is_beyond_the_twelve_to_the_next_year_and_counts_it_there()
    {
        La.Judge().CarriedOut.ShouldBe(Hours.Of(3));
        var next = (La with { Credits = "9 massage_technique via board_approved", CarriedIn = "3" }).Judge();
        next.Satisfied.ShouldBe(true);
        next.CreditsUsed.ShouldContain(u => u.Credit == null && u.Requirement == "total" && u.Hours == Hours.Of(3));
        (La with { Term = "2021-04-01..2022-03-31" }).Judge().CarriedOut.ShouldBe(Hours.Zero, "before the cycle of 2022-04-01 nothing was carried");
    }

    [Fact]
    public void A_cycle_judged_by_the_rules_of_then_and_of_now_answers_differently()
    {
        var credits = "21 massage_technique; 1 domestic_violence_sexual_assault; 2 ethics";
        new Example("IL-2008", "2022-01-01..2023-12-31", credits).Judge().Of("total").Text().ShouldBe("total Satisfied 24+0/24");
        new Example("IL-2024", "2022-01-01..2023-12-31", credits).Judge().Of("total").Text().ShouldBe("total Short 24+0/25");
    }

    [Fact]
    public void North_Carolina_hours_come_too_late_after_the_first_of_November()
    {
        var book = RuleBook.Shipped.SelectMany(b => b.Versions).Single(v => v.Id == "NC-2024");
        var term = Samples.Term("2025-01-01", "2026-12-31");
        var cycle = ComplianceCycle.Of(CycleArithmetic.Window(book.Cycle, term, Samples.Term("2023-01-01", "2024-12-31"), null), term);
        var question = Cycle.Under(book, Cycle.Credit(1, "20").On("2024-08-01") with { HourMinutes = 50 }, Cycle.Credit(2, "4").On("2026-11-02") with { HourMinutes = 50 }) with { Cycle = cycle, On = Samples.Day("2026-12-31") };
        var report = question.Judge();
        report.DueOn.ShouldBe(Samples.Day("2026-11-01"));
        report.Of("total").Text().ShouldBe("total Short 20+0/24");
        report.CreditsRefused.ShouldContain(r => r.Credit == Cycle.Id(2) && r.Code == "CREDIT_AFTER_DUE_DATE");
    }
}
