using LicenseTracker.Api.Credits;
using LicenseTracker.Api.Exemptions;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Projections.Cards;

namespace LicenseTracker.Api.Compliance;

/// <summary>
/// Whether the continuing education of one license's cycle is done: every figure with where it stands in law and how well it is known, which
/// credit served what, and why another did not. Only verified credits satisfy.
/// </summary>
/// <param name="recorded">The therapist's card.</param>
/// <param name="supposed">The same with what was supposed.</param>
public sealed class ComplianceReportNode(Card recorded, Card supposed, LicenseCompliance compliance, DateOnly on, DateTimeOffset? knownAt)
{
    private ComplianceReport Report => compliance.Report;

    /// <summary>Whether everything is done by what is verified; null: undetermined, something that decides is unknown.</summary>
    public bool? Satisfied => Report.Satisfied;

    /// <summary>The whole in one sentence.</summary>
    public string Summary => ComplianceSummary.Of(Report).Text + ".";

    /// <summary>The license whose cycle it is.</summary>
    public LicenseNode License => new(recorded, compliance.License.Id);

    /// <summary>The date judged: credits completed later are not seen.</summary>
    public DateOnly On => on;

    /// <summary>What was known until when; null: everything recorded.</summary>
    public DateTimeOffset? KnownAt => knownAt;

    /// <summary>First day of the window in which hours are earned; null: not known.</summary>
    public DateOnly? CycleStart => Report.CycleStart;

    /// <summary>Last day of that window; null: not known.</summary>
    public DateOnly? CycleEnd => Report.CycleEnd;

    /// <summary>Last day to earn what is missing; null: not known.</summary>
    public DateOnly? DueOn => Report.DueOn;

    /// <summary>Every requirement that binds this license in this cycle, waived ones too.</summary>
    public IReadOnlyList<RequirementStatusNode> Requirements => [.. Report.Requirements.Select(r => new RequirementStatusNode(r))];

    /// <summary>Which hours of which credit count toward which requirement.</summary>
    public IReadOnlyList<CreditUseNode> CreditsUsed => [.. Report.CreditsUsed.Where(u => u.Credit is not null).Select(u => new CreditUseNode(Credit(u.Credit!.Value), u))];

    /// <summary>Which hours do not count, and why.</summary>
    public IReadOnlyList<CreditRefusalNode> CreditsRefused => [.. Report.CreditsRefused.Select(r => new CreditRefusalNode(Credit(r.Credit), r))];

    /// <summary>Exemptions that the board approved and that changed the report.</summary>
    public IReadOnlyList<ExemptionUseNode> Exemptions => [.. Report.Exemptions.Select(e => new ExemptionUseNode(new(recorded, e.Id), e.Requirement))];

    /// <summary>What the rules say beside what can be judged: duties, alternatives open.</summary>
    public IReadOnlyList<ComplianceNote> Notes => Report.Notes;

    /// <summary>Hours left over from earlier cycles; null: how many is unknown.</summary>
    public decimal? CarriedIn => Decimal(Report.CarriedIn);

    /// <summary>Hours left over for the next cycle; null: how many is unknown.</summary>
    public decimal? CarriedOut => Decimal(Report.CarriedOut);

    /// <summary>The rule book and its version that judged, several by "or" where what is known allows several; null: it has no rules for this cycle.</summary>
    public RuleBookReference? RuleBook => compliance.Versions.IsEmpty
        ? null
        : new(compliance.License.Jurisdiction, Report.RuleBookVersion, compliance.Book.AdoptedLater);

    internal static decimal? Decimal(Hours? hours) => hours?.Hundredths / 100m;

    private CreditNode Credit(CreditId id) => new(recorded.Lines.ContainsKey(id.Value) ? recorded : supposed, id);
}

/// <summary>How one requirement stands. Figures are null where they are unknown or the requirement is not counted in hours.</summary>
public sealed class RequirementStatusNode(RequirementStatus status)
{
    /// <summary>Its code in the rule book.</summary>
    public string Code => status.Code;

    /// <summary>What it asks for.</summary>
    public string Title => status.Title;

    /// <summary>What it counts.</summary>
    public RequirementKind Kind => status.Kind;

    /// <summary>How it stands.</summary>
    public RequirementState State => status.State;

    /// <summary>Hours asked for; of a limit, what counts at most.</summary>
    public decimal? Required => ComplianceReportNode.Decimal(status.Required);

    /// <summary>Verified hours used toward it; never more than required.</summary>
    public decimal? Earned => ComplianceReportNode.Decimal(status.Earned);

    /// <summary>What it would gain if all pending credits were verified.</summary>
    public decimal? Pending => ComplianceReportNode.Decimal(status.Pending);

    /// <summary>Required hours that no verified credit covers.</summary>
    public decimal? Shortfall => ComplianceReportNode.Decimal(status.Shortfall);

    /// <summary>One sentence for a person.</summary>
    public string Message => status.Message;

    /// <summary>Where the figure stands, and how well it is known.</summary>
    public Citation? Citation => status.Citation;
}

/// <summary>Hours of one credit that count toward one requirement.</summary>
public sealed class CreditUseNode(CreditNode credit, CreditUse use)
{
    /// <summary>The credit.</summary>
    public CreditNode Credit => credit;

    /// <summary>The requirement's code.</summary>
    public string Requirement => use.Requirement;

    /// <summary>How many, by the book's measure of an hour.</summary>
    public decimal Hours => ComplianceReportNode.Decimal(use.Hours)!.Value;
}

/// <summary>Hours of a credit that do not count, and why.</summary>
public sealed class CreditRefusalNode(CreditNode credit, CreditRefusal refusal)
{
    /// <summary>The credit.</summary>
    public CreditNode Credit => credit;

    /// <summary>The requirement that refuses them; null: no one requirement does.</summary>
    public string? Requirement => refusal.Requirement;

    /// <summary>How many.</summary>
    public decimal Hours => ComplianceReportNode.Decimal(refusal.Hours)!.Value;

    /// <summary>Stable code, CREDIT_REASON.</summary>
    public string Code => refusal.Code;

    /// <summary>One sentence for a person.</summary>
    public string Message => refusal.Message;
}

/// <summary>A requirement that an exemption removed or lowered.</summary>
/// <param name="Exemption">The exemption.</param>
/// <param name="Requirement">The requirement's code.</param>
public sealed record ExemptionUseNode(ExemptionNode Exemption, string Requirement);
