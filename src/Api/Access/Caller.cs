using System.Collections.Immutable;
using LicenseTracker.Domain;

namespace LicenseTracker.Api.Access;

/// <summary>What a caller may do is decided by role; the rules are in <see cref="May"/>.</summary>
public enum Role
{
    /// <summary>The board's data steward: the only one who writes licenses and certifications.</summary>
    Registrar,

    /// <summary>Verifies CE credits, never their own.</summary>
    Reviewer,

    /// <summary>Assigns therapists to clients in the clinics they manage.</summary>
    ClinicManager,

    /// <summary>The person a license is about.</summary>
    Therapist,

    /// <summary>Reads everything, replays history, changes nothing.</summary>
    Auditor,

    /// <summary>Runs the installation.</summary>
    Administrator,
}

/// <summary>Who asks. Every caller is someone.</summary>
/// <param name="Subject">Stable id of the person at their identity provider; the actor of every fact they cause.</param>
/// <param name="Name">What to call them.</param>
/// <param name="Role">Their one role.</param>
/// <param name="Clinics">The clinics they manage; empty for other roles.</param>
/// <param name="Therapist">The therapist they are, if they are one.</param>
public sealed record Caller(string Subject, string Name, Role Role, ImmutableArray<ClinicId> Clinics, TherapistId? Therapist);

/// <summary>Tells who asks, wherever one is in a request.</summary>
public interface ICallerAccessor
{
    /// <summary>Who asks, or null outside a request and for a request without credentials.</summary>
    Caller? Caller { get; }
}
