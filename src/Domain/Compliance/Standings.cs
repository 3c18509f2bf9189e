using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>How one requirement stands under one reading.</summary>
internal sealed record Standing(
    Requirement Requirement, RequirementKind Kind, RequirementState State, Hours? Required, Hours? Earned, Hours? Pending, Citation Citation, string Message);

/// <summary>How every requirement stands under one reading: by verified credits, and if the pending ones were verified.</summary>
internal sealed class Standings
{
    private readonly Judgement _withPending;
    private readonly ComplianceQuestion _question;

    private Standings(ComplianceQuestion question, Reading reading)
    {
        _question = question;
        var rules = RulesInForce.Of(question, reading);
        Verified = new(question, rules, reading, withPending: false);
        _withPending = question.Credits.All(c => c.IsVerified) ? Verified : new(question, rules, reading, withPending: true);
        All = [.. rules.Requirements.Select(Stand).OfType<Standing>()];
        MetUnknown = reading.MetUnknown;
        Exemptions =
        [
            .. rules.Applied.Concat(rules.Requirements.Where(r => rules.WaiverOf(r.Code)?.Exemption is not null)
                .Select(r => new ExemptionApplied(rules.WaiverOf(r.Code)!.Exemption!.Value, r.Code))),
        ];
    }

    public Judgement Verified { get; }

    public ImmutableArray<Standing> All { get; }

    public ImmutableArray<ExemptionApplied> Exemptions { get; }

    /// <summary>Something unknown was met on the way.</summary>
    public bool MetUnknown { get; }

    public static Standings Of(ComplianceQuestion question, bool isStrict) => new(question, new(isStrict));

    public Standing? Find(string code) => All.FirstOrDefault(s => s.Requirement.Code == code);

    /// <summary>Null: nothing is judged, it is told as a note.</summary>
    private Standing? Stand(Requirement requirement) => requirement switch
    {
        Duty => null,
        Alternative r => Verified.Rules.IsHeld(r.Credential) ? Plain(r, RequirementKind.Credential, RequirementState.Satisfied, "Held.") : null,
        _ when Verified.Rules.WaiverOf(requirement.Code) is { } waiver => Exempt(requirement, waiver.Message),
        TotalHours or AccruedHours or AtLeast => StandInHours(Verified.Rules.Demands.First(d => d.Code == requirement.Code)),
        TrainingDone r => StandAsTraining(r),
        CredentialHeld r => r.Credentials.Where(c => !Verified.Rules.IsHeld(c)).ToArray() is { Length: > 0 } missing
            ? Plain(r, RequirementKind.Credential, RequirementState.Short, $"Not held on {_question.Cycle.LastDay ?? _question.On:yyyy-MM-dd}: {string.Join(", ", missing)}.")
            : Plain(r, RequirementKind.Credential, RequirementState.Satisfied, "Held."),
        AtMost r => StandAsLimit(r),
        AtMostPerDay { Hours.IsKnown: false } => Plain(requirement, RequirementKind.Limit, RequirementState.Unknown, "The figure is unknown."),
        AtMostPerDay or OnlyWhere or NoRepeat => Plain(requirement, RequirementKind.Limit, RequirementState.Satisfied, "Kept: what breaks it is not counted."),
        _ => throw new ArgumentOutOfRangeException(nameof(requirement), requirement, "No such requirement."),
    };

    private Standing StandInHours(Demand demand)
    {
        var citation = Citation(demand.Source);
        if (demand.Required is not { } required)
            return new(demand.Source, RequirementKind.Hours, RequirementState.Unknown, null, null, null, citation, "How many hours are required is unknown.");
        var (earned, hoped) = (Verified.EarnedOf(demand), _withPending.EarnedOf(demand));
        var state = earned >= required ? RequirementState.Satisfied : hoped >= required ? RequirementState.Pending : RequirementState.Short;
        var message = state switch
        {
            RequirementState.Satisfied => $"{earned} of {required} hours.",
            RequirementState.Pending => $"{earned} of {required} hours; pending credits cover the rest once they are verified.",
            _ => $"{earned} of {required} hours: {required.Less(earned)} are missing.",
        };
        return new(demand.Source, RequirementKind.Hours, state, required, earned, hoped.Less(earned), citation, message);
    }

    private Standing StandAsTraining(TrainingDone training) =>
        Verified.TrainingOf(training.Code) is { } done ? Plain(training, RequirementKind.Course, RequirementState.Satisfied, $"Completed on {done.CompletedOn:yyyy-MM-dd}.")
        : _withPending.TrainingOf(training.Code) is not null ? Plain(training, RequirementKind.Course, RequirementState.Pending, "A course that fits waits for review.")
        : Plain(training, RequirementKind.Course, RequirementState.Short, "No course that fits is on record.");

    private Standing StandAsLimit(AtMost limit) =>
        Verified.Rules.Limits.First(l => l.Source == limit).Most is not { } most
            ? Plain(limit, RequirementKind.Limit, RequirementState.Unknown, "How much counts at most is unknown.")
            : new(
                limit, RequirementKind.Limit, RequirementState.Satisfied, most, Verified.Allocation.Against(limit.Code),
                _withPending.Allocation.Against(limit.Code).Less(Verified.Allocation.Against(limit.Code)), limit.Amount.Citation, $"At most {most} hours count.");

    private static Standing Exempt(Requirement requirement, string message)
    {
        var kind = requirement switch
        {
            TotalHours or AccruedHours or AtLeast => RequirementKind.Hours,
            TrainingDone => RequirementKind.Course,
            CredentialHeld or Alternative => RequirementKind.Credential,
            _ => RequirementKind.Limit,
        };
        Hours? none = kind is RequirementKind.Hours ? Hours.Zero : null;
        return new(requirement, kind, RequirementState.Exempt, none, none, none, requirement.Heading.Citation, message);
    }

    private static Standing Plain(Requirement requirement, RequirementKind kind, RequirementState state, string message) =>
        new(requirement, kind, state, null, null, null, requirement.Heading.Citation, message);

    /// <summary>Where the figure stands, which may be elsewhere than the rule.</summary>
    private Citation Citation(Requirement requirement) => requirement switch
    {
        TotalHours or AccruedHours when Verified.Rules.IsSetByFirstRenewal => _question.Rules.FirstRenewal.Citation,
        TotalHours r => r.Minimum.Citation,
        AccruedHours r => r.PerMonth.Citation,
        AtLeast r => r.Amount.Citation,
        _ => requirement.Heading.Citation,
    };
}
