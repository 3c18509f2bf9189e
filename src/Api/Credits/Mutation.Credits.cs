using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Credits;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Brings a completed course on record, to be reviewed: by the therapist themself, or by a registrar for anyone.</summary>
    public static Task<SubmitCreditPayload> SubmitCreditAsync(
        SubmitCreditInput input, Caller caller, [FromServices] CreditMutations credits, CancellationToken cancellation) =>
        credits.SendAsync(caller, input, () => new SubmitCredit(
            new(credits.NewId()), new(input.TherapistId.Of(TherapistNode.Type, "therapistId")), ((IDeclarationInput)input).ToDeclaration()),
            new SubmitCreditPayload(), cancellation);

    /// <summary>Declares a rejected course anew, in full: by whoever may submit it.</summary>
    public static Task<ResubmitCreditPayload> ResubmitCreditAsync(
        ResubmitCreditInput input, Caller caller, [FromServices] CreditMutations credits, CancellationToken cancellation) =>
        credits.DeclareAsync(
            caller, input, id => new ResubmitCredit(id, ((IDeclarationInput)input).ToDeclaration(), input.Version), new ResubmitCreditPayload(), cancellation);

    /// <summary>Takes back a credit that no reviewer has accepted: by whoever may submit it.</summary>
    public static Task<WithdrawCreditPayload> WithdrawCreditAsync(
        WithdrawCreditInput input, Caller caller, [FromServices] CreditMutations credits, CancellationToken cancellation) =>
        credits.DeclareAsync(caller, input, id => new WithdrawCredit(id, input.Version), new WithdrawCreditPayload(), cancellation);

    /// <summary>Records that a reviewer found what is declared to be so. Nobody verifies what they submitted, or a credit of their own.</summary>
    public static Task<VerifyCreditPayload> VerifyCreditAsync(
        VerifyCreditInput input, Caller caller, [FromServices] CreditMutations credits, CancellationToken cancellation) =>
        credits.ChangeAsync(
            caller, input, id => new VerifyCredit(id, By(caller), Personal.Of(input.Method), input.Version), new VerifyCreditPayload(), cancellation);

    /// <summary>Records that a reviewer did not accept what is declared. Nobody rejects what they submitted, or a credit of their own.</summary>
    public static Task<RejectCreditPayload> RejectCreditAsync(
        RejectCreditInput input, Caller caller, [FromServices] CreditMutations credits, CancellationToken cancellation) =>
        credits.ChangeAsync(
            caller, input, id => new RejectCredit(id, By(caller), Personal.Of(input.Reason), input.Version), new RejectCreditPayload(), cancellation);

    /// <summary>Records that a verified credit proved to be none; for reviewers.</summary>
    public static Task<RevokeCreditPayload> RevokeCreditAsync(
        RevokeCreditInput input, Caller caller, [FromServices] CreditMutations credits, CancellationToken cancellation) =>
        credits.ChangeAsync(caller, input, id => new RevokeCredit(id, Personal.Of(input.Reason), input.Version), new RevokeCreditPayload(), cancellation);

    private static Reviewer By(Caller caller) => new(caller.Subject, caller.Therapist);
}

/// <summary>What is given to submitCredit.</summary>
/// <param name="TherapistId">Who completed the course.</param>
public sealed record SubmitCreditInput(
    string IdempotencyKey, RelayId TherapistId, string CourseTitle, string? CourseNumber, ProviderInput Provider, DateOnly CompletedOn, Delivery Delivery,
    IReadOnlyList<CategoryHoursInput> Hours, decimal? HandsOnHours, string? StatedAs, string? CertificateSha256, Jurisdiction? LawOf, DateOnly? StartedOn,
    int? HourMinutes = 60, string? Activity = "course")
    : IDeclarationInput
{
    bool Commands.IInput.IsPermittedTo(Caller caller) => May.DeclareEducation(caller, new(TherapistId.As(TherapistNode.Type) ?? Guid.Empty));
}

/// <summary>What came of submitCredit.</summary>
public sealed record SubmitCreditPayload : CreditPayload;

/// <summary>What is given to resubmitCredit: all values, not only those that changed.</summary>
public sealed record ResubmitCreditInput(
    string IdempotencyKey, RelayId CreditId, long Version, string CourseTitle, string? CourseNumber, ProviderInput Provider, DateOnly CompletedOn, Delivery Delivery,
    IReadOnlyList<CategoryHoursInput> Hours, decimal? HandsOnHours, string? StatedAs, string? CertificateSha256, Jurisdiction? LawOf, DateOnly? StartedOn,
    int? HourMinutes = 60, string? Activity = "course")
    : IDeclaringInput, IDeclarationInput;

/// <summary>What came of resubmitCredit.</summary>
public sealed record ResubmitCreditPayload : CreditPayload;

/// <summary>What is given to withdrawCredit.</summary>
public sealed record WithdrawCreditInput(string IdempotencyKey, RelayId CreditId, long Version) : IDeclaringInput;

/// <summary>What came of withdrawCredit.</summary>
public sealed record WithdrawCreditPayload : CreditPayload;

/// <summary>What is given to verifyCredit.</summary>
/// <param name="Method">How it was checked; kept sealed.</param>
public sealed record VerifyCreditInput(string IdempotencyKey, RelayId CreditId, long Version, string Method) : IReviewingInput;

/// <summary>What came of verifyCredit.</summary>
public sealed record VerifyCreditPayload : CreditPayload;

/// <summary>What is given to rejectCredit.</summary>
/// <param name="Reason">Why, for the therapist; kept sealed.</param>
public sealed record RejectCreditInput(string IdempotencyKey, RelayId CreditId, long Version, string Reason) : IReviewingInput;

/// <summary>What came of rejectCredit.</summary>
public sealed record RejectCreditPayload : CreditPayload;

/// <summary>What is given to revokeCredit.</summary>
/// <param name="Reason">Why; kept sealed.</param>
public sealed record RevokeCreditInput(string IdempotencyKey, RelayId CreditId, long Version, string Reason) : IReviewingInput;

/// <summary>What came of revokeCredit.</summary>
public sealed record RevokeCreditPayload : CreditPayload;
