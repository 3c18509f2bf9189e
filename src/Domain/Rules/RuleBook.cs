using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Rules;

/// <summary>One jurisdiction's rules for one profession, in all versions known.</summary>
/// <param name="Regulator">Null: there is none.</param>
/// <param name="Credentials">What it issues; empty where nothing is.</param>
/// <param name="Gates">Techniques that law allows only on conditions.</param>
/// <param name="Statements">What else the law says that a reader should know and no arithmetic needs.</param>
/// <param name="Versions">Oldest first; no date selects two versions of one selector.</param>
public sealed record RuleBook(
    Jurisdiction Jurisdiction,
    Profession Profession,
    string Law,
    string? Regulator,
    ImmutableArray<Credential> Credentials,
    ImmutableArray<TechniqueGate> Gates,
    ImmutableArray<Statement> Statements,
    ImmutableArray<RuleBookVersion> Versions)
{
    private static readonly Lazy<ImmutableArray<RuleBook>> Loaded = new(() => [.. Enum.GetValues<Jurisdiction>().Select(RuleBookReader.ReadShipped)]);

    /// <summary>The books that come with the program, in the order of <see cref="Domain.Jurisdictions.Jurisdiction"/>.</summary>
    public static ImmutableArray<RuleBook> Shipped => Loaded.Value;

    /// <summary>The version whose days hold a date; where selectors differ, the newest of them. Null: none is known for that day.</summary>
    public RuleBookVersion? VersionOn(DateOnly date) => Versions.LastOrDefault(v => v.Effective.Contains(date));

    /// <summary>The book as if one of its versions had always been the law; null: it has none of this name.</summary>
    public RuleBook? Only(string version) => Versions.FirstOrDefault(v => v.Id == version) is { } found
        ? this with { Versions = [found with { Effective = found.Effective with { From = null, To = null } }] }
        : null;

    /// <summary>The book that comes with the program; null: none for this profession.</summary>
    public static RuleBook? Of(Jurisdiction jurisdiction, Profession profession) =>
        Shipped[(int)jurisdiction] is { } book && book.Profession == profession ? book : null;
}

/// <summary>One kind of license or certificate that a jurisdiction issues.</summary>
/// <param name="ScopeLimit">What its holder may not do, or only how.</param>
/// <param name="Closed">The last day on which it was issued; null: it still is.</param>
public sealed record Credential(string Title, string Abbreviation, string? ScopeLimit, DateOnly? Since, DateOnly? Closed, Confidence Confidence);

/// <summary>A technique or situation that the law allows only on conditions.</summary>
public sealed record TechniqueGate(
    string Code, string Title, ImmutableArray<string> Needs, DateOnly? EffectiveFrom, Citation Citation, string? Note);

/// <summary>What the law says beside requirements: record keeping, audits, extensions, approval bodies.</summary>
/// <param name="Topic">A snake_case word, the same in all books.</param>
public sealed record Statement(string Topic, string Text, Citation Citation);

/// <summary>Which date of a cycle chooses the version that governs it.</summary>
public enum VersionSelector
{
    LicenseExpiry,
    PeriodStart,
    PeriodEnd,
    ApplicationReceipt,

    /// <summary>The day judged: the law in force then governs.</summary>
    RuleDate,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>A text that a version was read from.</summary>
/// <param name="Id">Its name inside the version.</param>
/// <param name="AsOf">The date or cycle that the text names for itself.</param>
public sealed record Source(string Id, string Url, Confidence Level, string? AsOf);

/// <summary>The rules of one jurisdiction over one span of time, whole in itself.</summary>
/// <param name="Id">Unique among all books, as <c>FL-2019</c>.</param>
/// <param name="Renewal">Null: nothing is issued that could be renewed.</param>
/// <param name="Overrides">Waivers and other exceptions for a time.</param>
/// <param name="Confidence">How well the version as a whole is known; each figure carries its own.</param>
/// <param name="Substance">What it demands, without sources, notes and dates: equal for two versions that demand the same.</param>
public sealed record RuleBookVersion(
    string Id,
    Effective Effective,
    VersionSelector Selector,
    MassageRegulation Regulation,
    Renewal? Renewal,
    CycleRule Cycle,
    FirstRenewal FirstRenewal,
    CarryOver CarryOver,
    HourRules Hours,
    ImmutableArray<Requirement> Requirements,
    ImmutableArray<RuleOverride> Overrides,
    ImmutableArray<Source> Sources,
    Confidence Confidence,
    string? Note,
    string Substance)
{
    /// <summary>The version as it is while an override acts.</summary>
    public RuleBookVersion With(RuleOverride change) => this with
    {
        Id = $"{Id}+{change.Code}",
        Requirements = [.. Requirements.Where(r => !change.Suspends.Contains(r.Code)), .. change.Puts],
        Overrides = Overrides.Remove(change),
        Substance = $"{Substance}\n{change.Code}",
    };
}

/// <summary>An exception for a time: it takes requirements away and may put others in their place.</summary>
/// <param name="LicenseNumber">Only license numbers that end so; null: all.</param>
/// <param name="Suspends">Codes of the requirements that are not asked for.</param>
public sealed record RuleOverride(
    string Code,
    string Title,
    Effective Effective,
    VersionSelector Selector,
    NumberParity? LicenseNumber,
    ImmutableArray<string> Suspends,
    ImmutableArray<Requirement> Puts,
    Citation Citation,
    string? Note);
