using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Projections.RuleBooks;

/// <summary>One rule of a version in words: what a person reads, and what two versions are compared by.</summary>
/// <param name="Section">The heading under which it is read.</param>
/// <param name="Code">Its name inside the section, the same in all versions of a book.</param>
/// <param name="Subject">What the rule is about.</param>
/// <param name="Text">What the rule says; what is not known is said as "unknown".</param>
/// <param name="Citation">Where it stands and how well it is known.</param>
/// <param name="Note">What a reader must know beside it.</param>
public sealed record RuleLine(string Section, string Code, string Subject, string Text, Citation Citation, string? Note);
