using LicenseTracker.Api.Schema.Relay;

namespace LicenseTracker.Api.WhatIf;

/// <summary>Something to suppose before a question is answered: exactly one member. Nothing is ever recorded; keys and versions are not used up.</summary>
/// <param name="AddCredit">That the course was submitted: it waits for review. Its day may lie ahead.</param>
/// <param name="RejectCreditId">That a reviewer rejects this credit, or revokes it where it is verified.</param>
/// <param name="RenewOn">That the license is renewed on this date for the term that the rule book gives.</param>
/// <param name="GrantCertification">That the certification is granted.</param>
/// <param name="LapseCertificationId">That this certification is not held from the date judged on.</param>
/// <param name="RuleBookVersion">That this version of the jurisdiction's rule book were the law.</param>
/// <param name="ImposeEncumbrance">That the board acts against the license.</param>
/// <param name="RelocateLicense">That the holder of a multistate license moves.</param>
public sealed record HypotheticalInput(
    SubmitCreditInput? AddCredit,
    RelayId? RejectCreditId,
    DateOnly? RenewOn,
    GrantCertificationInput? GrantCertification,
    RelayId? LapseCertificationId,
    string? RuleBookVersion,
    ImposeEncumbranceInput? ImposeEncumbrance,
    RelocateLicenseInput? RelocateLicense)
{
    internal int Members => new object?[]
    {
        AddCredit, RejectCreditId, RenewOn, GrantCertification, LapseCertificationId, RuleBookVersion, ImposeEncumbrance, RelocateLicense,
    }.Count(m => m is not null);
}
