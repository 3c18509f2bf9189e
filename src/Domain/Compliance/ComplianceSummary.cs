using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Compliance;

/// <summary>How a cycle's continuing education stands as a whole.</summary>
public enum ComplianceState
{
    /// <summary>Everything asked for is done.</summary>
    Done,

    /// <summary>Nothing is asked for, by the rules or in this cycle.</summary>
    NotRequired,

    /// <summary>It will be done once pending credits are verified.</summary>
    Pending,

    /// <summary>Something is missing.</summary>
    Missing,

    /// <summary>Something that decides is unknown.</summary>
    Undetermined,

    /// <summary>The book has no rules for these days.</summary>
    NoRules,
}

/// <summary>A report in one sentence.</summary>
/// <param name="Text">For a person; ends without a stop.</param>
/// <param name="Citation">Where the first figure that decides stands; null: nothing is asked for.</param>
public sealed record ComplianceSummary(ComplianceState State, string Text, Citation? Citation)
{
    public static ComplianceSummary Of(ComplianceReport report)
    {
        var asked = report.Requirements.Where(r => r.Kind is not RequirementKind.Limit).ToArray();
        var open = asked.Where(r => r.State is not (RequirementState.Satisfied or RequirementState.Exempt)).ToArray();
        var state = report.RuleBookVersion.Length == 0 ? ComplianceState.NoRules
            : report.Satisfied is null ? ComplianceState.Undetermined
            : report.Satisfied is true ? asked.All(r => r.State is RequirementState.Exempt || r.Required == Hours.Zero) ? ComplianceState.NotRequired : ComplianceState.Done
            : open.Length > 0 && open.All(r => r.State is RequirementState.Pending) ? ComplianceState.Pending
            : ComplianceState.Missing;
        var due = report.DueOn is { } day ? $"due by {day:yyyy-MM-dd}" : "by a day that is not known";
        var text = state switch
        {
            ComplianceState.Done => $"Continuing education is done, {due}",
            ComplianceState.NotRequired => "No continuing education is asked for",
            ComplianceState.Pending => $"Continuing education is done once pending credits are verified, {due}: {List(open)}",
            ComplianceState.Missing => $"Continuing education is missing, {due}: {List(open)}",
            ComplianceState.Undetermined => $"Whether continuing education is done is unknown, {due}: {List(open)}",
            _ => "The rule book has no rules of continuing education for this cycle",
        };
        return new(state, state is ComplianceState.NoRules ? text : $"{text} (rules of {report.RuleBookVersion})", (open.FirstOrDefault() ?? asked.FirstOrDefault())?.Citation);
    }

    private static string List(RequirementStatus[] open) => open.Length == 0 ? "which rules govern is unknown" : string.Join("; ", open.Select(Item));

    private static string Item(RequirementStatus r) => r switch
    {
        { Kind: RequirementKind.Hours, Earned: { } earned, Required: { } required } => $"{r.Title}: {earned} of {required}",
        { Kind: RequirementKind.Hours } => $"{r.Title}: unknown",
        { State: RequirementState.Unknown } => $"{r.Title}: unknown",
        _ => r.Title,
    };
}
