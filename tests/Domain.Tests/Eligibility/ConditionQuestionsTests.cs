using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Tests.Eligibility;

/// <summary>
/// Each condition asked about: without client facts, and once for each of its rules so that it holds. The therapist is licensed and holds no
/// training. A line reads: condition | code | state | technique | client facts => verdict: what decides it: how many obligations.
/// </summary>
public class ConditionQuestionsTests
{
    private const string File = "condition-questions.txt";

    [Fact]
    public void Every_condition_is_answered_as_approved() =>
        ApprovedTable.Lines(File).Select(l => l.Split(" => ")[0]).Select(q => $"{q} => {Answer(q)}").ShouldBeApproved(File);

    [Fact]
    public void Every_condition_is_asked_about() =>
        ApprovedTable.Lines(File).Select(l => l.Split(" | ")[0]).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(Ask.Catalogue.Conditions.Select(c => c.Id).Order(StringComparer.Ordinal));

    private static string Answer(string line)
    {
        var parts = line.Split(" | ");
        var question = Ask.About(parts[1]).In(Enum.Parse<Jurisdiction>(parts[2]));
        if (parts[3] != "-")
            question = question.With(parts[3]);
        foreach (var fact in parts[4].Split(' ').Where(f => f != "-"))
            question = question.Fact(fact.Split('=')[0], fact.Split('=')[1]);
        var decision = question.Decide();
        var codes = decision.Reasons.Where(r => r.Outcome < ReasonOutcome.Warning)
            .Select(r => r.Needs.IsEmpty ? r.Code : $"{r.Code} ({string.Join(' ', r.Needs)})").Distinct();
        return $"{decision.Verdict}: {string.Join(", ", codes)}: {decision.Obligations.Length}";
    }
}
