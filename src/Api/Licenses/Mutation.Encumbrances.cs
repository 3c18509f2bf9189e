using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Records an adverse action against a license.</summary>
    public static Task<ImposeEncumbrancePayload> ImposeEncumbranceAsync(
        ImposeEncumbranceInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.EncumberAsync(caller, input, (id, encumbrance) => new ImposeEncumbrance(id, encumbrance, input.Type, input.EffectiveOn, input.ScheduledLiftOn, input.Category, Personal.Of(input.Note), input.Version), new ImposeEncumbrancePayload(), cancellation);

    /// <summary>Records that a source reports discipline without details: authority is unknown until it is lifted, voided or replaced.</summary>
    public static Task<ReportDisciplinePayload> ReportDisciplineAsync(
        ReportDisciplineInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.EncumberAsync(caller, input, (id, encumbrance) => new ReportDiscipline(id, encumbrance, input.ReportedOn, input.Version), new ReportDisciplinePayload(), cancellation);

    /// <summary>Records a later order that changes an adverse action from its date on.</summary>
    public static Task<ReviseEncumbrancePayload> ReviseEncumbranceAsync(
        ReviseEncumbranceInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.EncumberAsync(caller, input, input.EncumbranceId, (id, encumbrance) => new ReviseEncumbrance(id, encumbrance, input.Type, input.RevisedOn, input.ScheduledLiftOn, input.Category, Personal.Of(input.Note), input.Version), new ReviseEncumbrancePayload(), cancellation);

    /// <summary>Records that an adverse action was stayed: it acts as a stayed suspension meanwhile.</summary>
    public static Task<StayEncumbrancePayload> StayEncumbranceAsync(
        StayEncumbranceInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.EncumberAsync(caller, input, input.EncumbranceId, (id, encumbrance) => new StayEncumbrance(id, encumbrance, input.StayedOn, input.StayEndsOn, input.Version), new StayEncumbrancePayload(), cancellation);

    /// <summary>Records that an adverse action ended at the start of a day. It never lifts another.</summary>
    public static Task<LiftEncumbrancePayload> LiftEncumbranceAsync(
        LiftEncumbranceInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.EncumberAsync(caller, input, input.EncumbranceId, (id, encumbrance) => new LiftEncumbrance(id, encumbrance, input.LiftedOn, input.Version), new LiftEncumbrancePayload(), cancellation);
}

/// <summary>What is given to imposeEncumbrance.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="EffectiveOn">It acts from the start of this date.</param>
/// <param name="ScheduledLiftOn">It ends by itself at the start of this date.</param>
/// <param name="Category">The board's own category.</param>
/// <param name="Note">A note; kept sealed.</param>
public sealed record ImposeEncumbranceInput(string IdempotencyKey, RelayId LicenseId, long Version, EncumbranceType Type, DateOnly EffectiveOn, DateOnly? ScheduledLiftOn, string? Category, string? Note) : ILicenseInput;

/// <summary>What came of imposeEncumbrance.</summary>
public sealed record ImposeEncumbrancePayload : EncumbrancePayload;

/// <summary>What is given to reportDiscipline.</summary>
/// <param name="ReportedOn">From when.</param>
public sealed record ReportDisciplineInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly ReportedOn) : ILicenseInput;

/// <summary>What came of reportDiscipline.</summary>
public sealed record ReportDisciplinePayload : EncumbrancePayload;

/// <summary>What is given to reviseEncumbrance.</summary>
/// <param name="EncumbranceId">The encumbrance.</param>
/// <param name="Type">By the new order.</param>
/// <param name="RevisedOn">From when.</param>
/// <param name="ScheduledLiftOn">By the new order.</param>
/// <param name="Category">By the new order.</param>
/// <param name="Note">A note; kept sealed.</param>
public sealed record ReviseEncumbranceInput(string IdempotencyKey, RelayId LicenseId, long Version, RelayId EncumbranceId, EncumbranceType Type, DateOnly RevisedOn, DateOnly? ScheduledLiftOn, string? Category, string? Note) : ILicenseInput;

/// <summary>What came of reviseEncumbrance.</summary>
public sealed record ReviseEncumbrancePayload : EncumbrancePayload;

/// <summary>What is given to stayEncumbrance.</summary>
/// <param name="EncumbranceId">The encumbrance.</param>
/// <param name="StayedOn">From when.</param>
/// <param name="StayEndsOn">The day on which it is in force again; absent: until it is lifted.</param>
public sealed record StayEncumbranceInput(string IdempotencyKey, RelayId LicenseId, long Version, RelayId EncumbranceId, DateOnly StayedOn, DateOnly? StayEndsOn) : ILicenseInput;

/// <summary>What came of stayEncumbrance.</summary>
public sealed record StayEncumbrancePayload : EncumbrancePayload;

/// <summary>What is given to liftEncumbrance.</summary>
/// <param name="EncumbranceId">The encumbrance.</param>
/// <param name="LiftedOn">When it ended.</param>
public sealed record LiftEncumbranceInput(string IdempotencyKey, RelayId LicenseId, long Version, RelayId EncumbranceId, DateOnly LiftedOn) : ILicenseInput;

/// <summary>What came of liftEncumbrance.</summary>
public sealed record LiftEncumbrancePayload : EncumbrancePayload;
