using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>
/// Judges whether a cycle's CE is done. Verified credits alone decide; pending ones show what they would change. What is unknown is read once
/// strictly and once leniently, and only where both readings agree is there an answer.
/// </summary>
public static class ComplianceJudge
{
    public static ComplianceReport Judge(ComplianceQuestion question)
    {
        // An exception takes requirements away and puts others in their place: neither reading is the stricter one, so both are judged whole.
        if (question.Rules.Overrides.FirstOrDefault(o => Applies.Acts(o, question) is null) is { } unsettled)
        {
            var acting = unsettled with { Effective = unsettled.Effective with { From = null, To = null }, LicenseNumber = null };
            return ReportMerge.Of(
            [
                Judge(question with { Rules = question.Rules with { Overrides = question.Rules.Overrides.Remove(unsettled) } }),
                Judge(question with { Rules = question.Rules with { Overrides = question.Rules.Overrides.Replace(unsettled, acting) } }),
            ]);
        }

        var strict = Standings.Of(question, isStrict: true);
        var lenient = strict.MetUnknown ? Standings.Of(question, isStrict: false) : strict;
        var statuses = strict.All.Select(s => Together(s, lenient.Find(s.Requirement.Code))).ToImmutableArray();
        var judged = statuses.Where(s => s.Kind is not RequirementKind.Limit).ToArray();
        bool? satisfied = judged.Any(s => s.State is RequirementState.Short or RequirementState.Pending) ? false
            : judged.Any(s => s.State is RequirementState.Unknown) ? null
            : true;
        var explained = new Explanation(strict.Verified);
        return new(
            question.Rules.Id, satisfied, question.Cycle.Start, question.Cycle.End, question.Cycle.LastDay, statuses, explained.Uses, explained.Refusals,
            strict.Exemptions, [.. Notes(strict)], question.CarriedInAtMost is null ? question.CarriedIn : null,
            strict.Verified.CarriedOut == lenient.Verified.CarriedOut ? strict.Verified.CarriedOut : null);
    }

    /// <summary>One status of two readings: where they differ it is unknown, and so are the figures that differ.</summary>
    private static RequirementStatus Together(Standing strict, Standing? lenient)
    {
        var r = strict.Requirement;
        RequirementStatus Status(RequirementState state, Hours? required, Hours? earned, Hours? pending, string message) => new(
            r.Code, r.Heading.Title, strict.Kind, state, required, earned, pending,
            strict.Kind is RequirementKind.Hours && required is { } asked && earned is { } had ? asked.Less(had) : null,
            strict.Citation, message);

        // A requirement that only the strict reading finds in force still has an answer where it is met.
        lenient ??= strict.State is RequirementState.Satisfied ? strict : strict with { State = RequirementState.Exempt };
        var (required, earned, pending) = (Same(strict.Required, lenient.Required), Same(strict.Earned, lenient.Earned), Same(strict.Pending, lenient.Pending));
        if (strict.State == lenient.State || (strict.State is RequirementState.Satisfied && lenient.State is RequirementState.Exempt))
            return Status(strict.State, required, earned, pending, strict.Message);
        return Status(RequirementState.Unknown, required, earned, pending, "Whether this is met is unknown: it rests on something that the record or the texts seen do not say.");
    }

    private static Hours? Same(Hours? a, Hours? b) => a == b ? a : null;

    private static IEnumerable<ComplianceNote> Notes(Standings standings)
    {
        foreach (var requirement in standings.Verified.Rules.Requirements)
        {
            var heading = requirement.Heading;
            if (requirement is Duty duty)
                yield return new(heading.Code, heading.Title, duty.Text, heading.Citation);
            else if (requirement is Alternative open && !standings.Verified.Rules.IsHeld(open.Credential))
                yield return new(heading.Code, heading.Title, $"Who holds this needs none of: {string.Join(", ", open.InsteadOf)}.", heading.Citation);
        }
    }
}
