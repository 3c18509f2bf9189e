using System.Collections.Immutable;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>The words in which the specs write small laws.</summary>
internal static class Law
{
    public static readonly Citation Cite = new("Code § 1", null, Confidence.Primary);

    public static readonly ImmutableArray<Delivery> Distance = [Delivery.LiveWebinar, Delivery.OnDemand, Delivery.HomeStudy, Delivery.RecordedWebinar];

    public static CreditFilter Of(params string[] categories) => CreditFilter.Any with { Categories = [.. categories] };

    public static CreditFilter By(params Delivery[] deliveries) => CreditFilter.Any with { Deliveries = [.. deliveries] };

    public static Heading Head(string code, OccasionKind when = OccasionKind.EachRenewal, int? years = null) =>
        new(code, code, Cite, null, Applicability.Always with { Occasion = new(when, years) }, null);

    public static Figure<Hours> Hours(string? hours) => hours is null ? Figure<Hours>.Unknown(Cite) : Figure<Hours>.Of(Domain.Hours.Parse(hours), Cite);

    public static Figure<Amount> Amount(string? amount) =>
        amount is null ? Figure<Amount>.Unknown(Cite)
        : amount.EndsWith('%') ? Figure<Amount>.Of(Domain.Rules.Amount.OfTotal(int.Parse(amount[..^1])), Cite)
        : Figure<Amount>.Of(Domain.Rules.Amount.Of(Domain.Hours.Parse(amount)), Cite);

    public static TotalHours Total(string? hours, params string[] parts) => new(Head("total"), Hours(hours), [.. parts]);

    public static AtLeast Min(string code, string? amount, CreditFilter of, string? inside = null, Counting counting = Counting.WithinTotal, int? handsOn = null) =>
        new(Head(code), of, Amount(amount), counting, inside, handsOn);

    public static AtMost Max(string code, string? amount, CreditFilter of, string? inside = null) => new(Head(code), of, Amount(amount), inside);

    /// <summary>Needs what is given and nothing else; carries nothing over; an hour has 60 minutes.</summary>
    public static RuleBookVersion Book(params ImmutableArray<Requirement> requirements) => new(
        "XX-1", new(null, null, Confidence.Primary, null), VersionSelector.PeriodEnd, MassageRegulation.License, null, new CycleOfTerm(null, Cite, null),
        new FullAtFirst(Cite, null), new(Figure<bool>.Of(false, Cite), [], null, null, [], null), new(Figure<int>.Of(60, Cite), []), requirements, [], [],
        Confidence.Primary, null, "");

    public static CarryOver Carries(params string[] atMost) => new(Figure<bool>.Of(true, Cite), [.. atMost.Select(a => Amount(a).TryGet(out var amount) ? amount : default)], 1, null, [], null);
}

/// <summary>A therapist's side of the question, in the words of the specs: two years to 2026-08-31, the third cycle, nothing but the credits.</summary>
internal static class Cycle
{
    public static readonly ComplianceCycle Usual = ComplianceCycle.OfTerm(Samples.Day("2024-09-01"), Samples.Day("2026-08-31"));

    public static ComplianceQuestion Under(RuleBookVersion rules, params ImmutableArray<JudgedCredit> credits) => new(
        rules, Usual, new(Samples.Day("2020-09-01"), 3, "MA-12345", "LMT"), credits, [], [], Domain.Hours.Zero, Samples.Day("2026-08-31"));

    public static ComplianceReport Judge(this ComplianceQuestion question) => ComplianceJudge.Judge(question);

    public static RequirementStatus Of(this ComplianceReport report, string code) => report.Requirements.Single(r => r.Code == code);

    /// <summary>The n-th credit: verified, completed on the n-th day of 2025, of 60-minute hours, hands-on hours as said (none).</summary>
    public static JudgedCredit Credit(int n, string hours, string category = "general", Delivery delivery = Delivery.InPerson, string handsOn = "0") => new(
        Id(n), true, "course " + n, Samples.Day("2025-01-01").AddDays(n - 1), [new(category, Domain.Hours.Parse(hours))], Domain.Hours.Parse(handsOn), 60, null,
        delivery, [], "course", null);

    public static JudgedCredit Pending(this JudgedCredit credit) => credit with { IsVerified = false };

    public static JudgedCredit On(this JudgedCredit credit, string day) => credit with { CompletedOn = Samples.Day(day) };

    public static CreditId Id(int n) => new(Guid.Parse($"00000000-0000-7000-8000-0000000e{n:x4}"));

    /// <summary>The report in one line per requirement, use and refusal.</summary>
    public static string Text(this ComplianceReport report) => string.Join('\n',
    [
        $"{report.Satisfied?.ToString() ?? "unknown"} due {report.DueOn:yyyy-MM-dd} carried {report.CarriedOut?.ToString() ?? "unknown"}",
        .. report.Requirements.Select(r => r.Text()),
        .. report.CreditsUsed.Select(u => $"{N(u.Credit)} {u.Requirement} {u.Hours}"),
        .. report.CreditsRefused.Select(r => $"{N(r.Credit)} {r.Requirement} {r.Hours} {r.Code}"),
    ]);

    public static string Text(this RequirementStatus r) => $"{r.Code} {r.State} {r.Earned?.ToString() ?? "-"}+{r.Pending?.ToString() ?? "-"}/{r.Required?.ToString() ?? "-"}";

    private static string N(CreditId? id) => id is { } known ? known.Value.ToString()[^4..] : "given";
}
