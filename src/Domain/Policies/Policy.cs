using System.Collections.Frozen;
using System.Collections.Immutable;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Policies;

/// <summary>A policy in one version, read so that rules can be asked about.</summary>
/// <param name="version">The version of the clinic's policy record whose fact says it.</param>
/// <param name="clinic">Whose it is; null: the default policy.</param>
/// <param name="misfits">What in it the present catalogue cannot carry out.</param>
public sealed class Policy(string name, string version, ClinicId? clinic, PolicyContent content, ImmutableArray<Refusal> misfits)
{
    /// <summary>The policy where no clinic has adopted one.</summary>
    public static readonly Policy Default = new("Default policy", "1", null, PolicyContent.Default, []);

    private readonly FrozenDictionary<string, RuleOverride> _rules = content.Rules.ToFrozenDictionary(r => r.Rule, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, TrainingOverride> _trainings =
        content.Trainings.ToFrozenDictionary(t => t.Training, StringComparer.OrdinalIgnoreCase);

    public PolicyContent Content => content;

    public ImmutableArray<Refusal> Misfits => misfits;

    public PolicyReference Reference { get; } = new(name, version, clinic);

    /// <summary>How sentences speak of it.</summary>
    public string Called => clinic is null ? $"the default policy (version {version})" : $"the clinic's policy '{name}' (version {version})";

    /// <summary>From whom the clinic accepts a clearance, as a sentence goes on; empty: whoever the guidance names.</summary>
    public string ClearingProviders { get; } = string.Join(" or ", content.ClearingProviders.Select(p => Words(p)));

    /// <summary>Where its own demands stand.</summary>
    public Citation Citation { get; } = new($"{name}, version {version}", null, Confidence.PolicyDefault);

    /// <summary>The same policy with other content.</summary>
    public Policy With(PolicyContent other) => new(name, version, clinic, other, misfits);

    /// <summary>Whether a missing training blocks though the law does not ask for it.</summary>
    public bool Requires(ConditionRule rule) =>
        _rules.GetValueOrDefault(rule.Id)?.TrainingBlocks == true
        || (rule.Training is { } training && training.AnyOf.Any(id => _trainings.GetValueOrDefault(id)?.Blocks == true));

    /// <summary>What the clinic takes for a training; nothing stands in for one that the law asks for.</summary>
    public ImmutableArray<string> AcceptedFor(ConditionRule rule, string training) =>
        rule.Basis == RuleBasis.Law || !_trainings.TryGetValue(training, out var change) ? [] : change.AcceptedAs;

    /// <summary>What the rule says under this policy; null: it does not apply. Law stays, unless the clinic forbids what it allows.</summary>
    public Disposition? DispositionOf(ConditionRule rule)
    {
        if (!_rules.TryGetValue(rule.Id, out var change))
            return rule.Disposition;
        if (rule.Basis == RuleBasis.Law)
            return change.Disposition == Disposition.Absolute ? Disposition.Absolute : rule.Disposition;
        return change.Applies ? change.Disposition ?? rule.Disposition : null;
    }

    /// <summary>When the rule holds, with the clinic's own figures in it.</summary>
    public Predicate? PredicateOf(ConditionRule rule) =>
        rule.Predicate is { } predicate && _rules.TryGetValue(rule.Id, out var change) && !change.Figures.IsEmpty
            ? Figures.In(predicate, change.Figures)
            : rule.Predicate;

    private static string Words(ProviderKind kind) => kind switch
    {
        ProviderKind.NursePractitioner => "a nurse practitioner",
        ProviderKind.PhysicianAssistant => "a physician assistant",
        ProviderKind.PhysicalTherapist => "a physical therapist",
        ProviderKind.MentalHealthProfessional => "a mental health professional",
        ProviderKind.Oncologist => "an oncologist",
        _ => "a " + kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The comparisons of a catalogue's rules that stand otherwise here.</summary>
    internal IEnumerable<FactIs> OwnComparisons(ConditionCatalogue catalogue) =>
        content.Rules.Where(r => !r.Figures.IsEmpty).Select(r => catalogue.Rule(r.Rule)).OfType<ConditionRule>()
            .Select(PredicateOf).OfType<Predicate>().SelectMany(p => p.Comparisons);
}
