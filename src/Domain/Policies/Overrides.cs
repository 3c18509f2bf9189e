using System.Collections.Immutable;
using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Policies;

/// <summary>What a clinic makes of one rule of the condition catalogue.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Applies">No: the clinic has switched the rule off.</param>
/// <param name="Disposition">What the rule says here; null: what the catalogue says.</param>
/// <param name="TrainingBlocks">Who lacks the training that the rule asks for may not treat.</param>
/// <param name="Figures">Figures of the rule that the clinic has made stricter.</param>
public sealed record RuleOverride(string Rule, bool Applies, Disposition? Disposition, bool TrainingBlocks, ImmutableArray<FigureOverride> Figures)
{
    public bool Equals(RuleOverride? other) =>
        other is not null && (Rule, Applies, Disposition, TrainingBlocks) == (other.Rule, other.Applies, other.Disposition, other.TrainingBlocks)
        && PolicyContent.Same(Figures, other.Figures);

    public override int GetHashCode() => HashCode.Combine(Rule, Applies, Disposition, TrainingBlocks);
}

/// <summary>A figure that a client fact is compared with, as a clinic has it.</summary>
/// <param name="Fact">The client fact's id.</param>
/// <param name="Comparison">How the rule compares it.</param>
/// <param name="Value">The figure, in the fact's own unit, written as a number.</param>
public sealed record FigureOverride(string Fact, Comparison Comparison, string Value);

/// <summary>What a clinic makes of one entry of the training catalogue, wherever guidance asks for it. What the law asks for stays as it is.</summary>
/// <param name="Training">The training's id.</param>
/// <param name="Blocks">Who lacks it may not treat where a rule asks for it.</param>
/// <param name="AcceptedAs">Other certifications that the clinic takes for it, by the names they are recorded under.</param>
public sealed record TrainingOverride(string Training, bool Blocks, ImmutableArray<string> AcceptedAs)
{
    public bool Equals(TrainingOverride? other) =>
        other is not null && (Training, Blocks) == (other.Training, other.Blocks) && PolicyContent.Same(AcceptedAs, other.AcceptedAs);

    public override int GetHashCode() => HashCode.Combine(Training, Blocks);
}
