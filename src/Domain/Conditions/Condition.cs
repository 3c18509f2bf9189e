using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Conditions;

/// <summary>What a rule says about massage, as the researched guidance puts it; strictest first, instructions last.</summary>
public enum Disposition
{
    /// <summary>Do not treat.</summary>
    Absolute,

    /// <summary>Only by a therapist who holds a training.</summary>
    QualifiedOnly,

    /// <summary>Only with a provider's clearance.</summary>
    Clearance,

    /// <summary>Not on the area.</summary>
    Local,

    /// <summary>With caution.</summary>
    Precaution,

    /// <summary>Massage helps, perhaps within limits.</summary>
    Indicated,

    /// <summary>What to do if something happens in the session: an instruction, never a verdict.</summary>
    StopSession,

    /// <summary>Stop and call for emergency help: an instruction.</summary>
    EmergencyStop,

    /// <summary>Do not begin, and send to emergency care: an instruction.</summary>
    EmergencyRefer,
}

/// <summary>Where a rule comes from: law binds, guidance is a clinic's to set.</summary>
public enum RuleBasis
{
    Law,
    Guidance,
}

/// <summary>The training a rule asks for.</summary>
/// <param name="AnyOf">Ids in the training catalogue, one of which is enough; empty when the content is not known.</param>
/// <param name="Required">Else recommended.</param>
/// <param name="Unspecified">The law asks for a training whose content is not known: its words.</param>
public sealed record TrainingRequirement(ImmutableArray<string> AnyOf, bool Required, string? Unspecified);

/// <summary>One row of the catalogue: when it holds, what it says and what it asks for.</summary>
/// <param name="When">The sentence of the guidance.</param>
/// <param name="Jurisdictions">States of service in which it is the rule; empty: all but <paramref name="JurisdictionsExcept"/>.</param>
/// <param name="Techniques">It turns on one of these being asked for; empty: on none.</param>
/// <param name="CodesOnly">Prefixes of ICD-10-CM codes for which alone it is the rule; empty: all.</param>
/// <param name="CodesExcept">Prefixes of codes for which it is not.</param>
/// <param name="ImpliedBy">Prefixes of codes that say by themselves that it holds.</param>
/// <param name="Predicate">The client facts it turns on; null: none.</param>
/// <param name="Also">The condition whose rules come in when it holds.</param>
/// <param name="Excludes">Techniques that must not be used.</param>
public sealed record ConditionRule(
    string Id,
    string When,
    ImmutableHashSet<Jurisdiction> Jurisdictions,
    ImmutableHashSet<Jurisdiction> JurisdictionsExcept,
    ImmutableArray<string> Techniques,
    ImmutableArray<string> CodesOnly,
    ImmutableArray<string> CodesExcept,
    ImmutableArray<string> ImpliedBy,
    Predicate? Predicate,
    Disposition Disposition,
    string? Also,
    TrainingRequirement? Training,
    ImmutableArray<Obligation> Obligations,
    ImmutableArray<string> Excludes,
    RuleBasis Basis,
    Citation Citation,
    string? Note)
{
    public bool IsRuleIn(Jurisdiction jurisdiction) =>
        Jurisdictions.IsEmpty ? !JurisdictionsExcept.Contains(jurisdiction) : Jurisdictions.Contains(jurisdiction);

    public bool IsInstruction => Disposition is Disposition.StopSession or Disposition.EmergencyStop or Disposition.EmergencyRefer;
}

/// <summary>A medical condition of a client with the rules for massage.</summary>
/// <param name="Codes">Prefixes of ICD-10-CM codes, without the dot.</param>
/// <param name="Technique">Asking for this technique brings its rules in, and naming the condition by id asks for the technique.</param>
/// <param name="JoinsClearance">Its rules come in wherever a clearance is asked for and its facts are given.</param>
/// <param name="IsExhaustive">One of its rules always holds; when none does, the facts are outside the guidance and that is unknown.</param>
/// <param name="Scope">What stays out of a therapist's scope, always.</param>
/// <param name="Citation">Its first source.</param>
public sealed record Condition(
    string Id,
    string Name,
    ImmutableArray<string> Codes,
    ImmutableArray<string> ExampleCodes,
    string? CodeNote,
    string? Technique,
    bool JoinsClearance,
    bool IsExhaustive,
    ImmutableArray<Obligation> Scope,
    Citation Citation,
    ImmutableArray<ConditionRule> Rules)
{
    /// <summary>The code prefixes as written in a code book, with the dot.</summary>
    public ImmutableArray<string> Icd10 => [.. Codes.Select(ConditionCode.WithDot)];

    /// <summary>Whether a person who looks for this text means it: a part of its name or id, or the beginning of one of its codes or of a finer one.</summary>
    public bool IsFoundBy(string text)
    {
        var (words, code) = (text.Trim(), text.Replace(".", "", StringComparison.Ordinal).Trim().ToUpperInvariant());
        return Name.Contains(words, StringComparison.OrdinalIgnoreCase) || Id.Contains(words, StringComparison.OrdinalIgnoreCase)
            || (code.Length > 0 && Codes.Any(c => c.StartsWith(code, StringComparison.Ordinal) || code.StartsWith(c, StringComparison.Ordinal)));
    }

    public bool Matches(ConditionCode code) => code.StartsWithAny(Codes);
}
