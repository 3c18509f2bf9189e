namespace LicenseTracker.Domain;

/// <summary>One recorded fact: the event's id (UUID version 7).</summary>
public readonly record struct FactId(Guid Value);

public readonly record struct TherapistId(Guid Value);

public readonly record struct LicenseId(Guid Value);

/// <summary>One adverse action on a license; it keeps its id through revisions, stays and its lifting.</summary>
public readonly record struct EncumbranceId(Guid Value);

public readonly record struct CertificationId(Guid Value);

public readonly record struct ClinicId(Guid Value);

public readonly record struct InvestigationId(Guid Value);

public readonly record struct CreditId(Guid Value);

public readonly record struct ExemptionId(Guid Value);

public readonly record struct CeAuditId(Guid Value);

/// <summary>One contradiction between a roster and the record.</summary>
public readonly record struct RosterReviewId(Guid Value);
