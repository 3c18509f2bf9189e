using System.Collections.Immutable;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>Collects the reasons and obligations of one judgement on one date, under the policy in force on it.</summary>
internal sealed class Findings(PolicyReference policy)
{
    private readonly List<Reason> _reasons = [];
    private readonly List<Obligation> _obligations = [];
    private readonly HashSet<(string Code, string Message)> _obliged = [];

    /// <summary>Blocking beats unknown beats conditions; reasons that warn or are satisfied change nothing.</summary>
    public Verdict Verdict => Strongest switch
    {
        ReasonOutcome.Blocking => Verdict.NotEligible,
        ReasonOutcome.Unknown => Verdict.Undetermined,
        ReasonOutcome.Condition => Verdict.EligibleWithConditions,
        _ => Verdict.Eligible,
    };

    public IReadOnlyList<Obligation> Obligations => _obligations;

    public PolicyReference Policy => policy;

    /// <summary>Strongest outcome first; within one, in the order judged. Each names the policy.</summary>
    public ImmutableArray<Reason> Reasons => [.. _reasons.OrderBy(r => r.Outcome).Select(r => r with { Policy = policy })];

    private ReasonOutcome Strongest
    {
        get
        {
            var strongest = ReasonOutcome.Satisfied;
            foreach (var reason in _reasons)
                strongest = reason.Outcome < strongest ? reason.Outcome : strongest;
            return strongest;
        }
    }

    public void Add(Reason reason) => _reasons.Add(reason);

    public void Add(
        string code,
        ReasonOutcome outcome,
        string message,
        Citation? citation = null,
        ImmutableArray<FactId>? evidence = null,
        ImmutableArray<string>? needs = null) =>
        _reasons.Add(new(code, outcome, message, citation, evidence ?? [], needs ?? []));

    /// <summary>Adds what remains to be done, once however many rules ask for it.</summary>
    public void Oblige(Obligation obligation)
    {
        if (_obliged.Add((obligation.Code, obligation.Message)))
            _obligations.Add(obligation);
    }

    /// <summary>Whether two judgements ask for the same, so that one may stand for the other.</summary>
    public bool IsSameAnswerAs(Findings other) =>
        Verdict == other.Verdict && _obliged.SetEquals(other._obliged);
}
