using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Api.Credits;

/// <summary>What is declared of a completed course, as the certificate has it.</summary>
public interface IDeclarationInput : IInput
{
    /// <summary>What the course is called.</summary>
    string CourseTitle { get; }

    /// <summary>The provider's number for the course.</summary>
    string? CourseNumber { get; }

    /// <summary>Who gave it.</summary>
    ProviderInput Provider { get; }

    /// <summary>The day it was completed.</summary>
    DateOnly CompletedOn { get; }

    /// <summary>How it was given.</summary>
    Delivery Delivery { get; }

    /// <summary>The hours of each category, each category once.</summary>
    IReadOnlyList<CategoryHoursInput> Hours { get; }

    /// <summary>How much of all hours was practised by hand.</summary>
    decimal? HandsOnHours { get; }

    /// <summary>How the certificate itself states the amount where it does not count hours, as "0.6 CEU". Nothing is converted.</summary>
    string? StatedAs { get; }

    /// <summary>SHA-256 of the certificate's file, 64 hexadecimal digits.</summary>
    string? CertificateSha256 { get; }

    /// <summary>The minutes of the hours given: 60, or 50 where the certificate counts so.</summary>
    int? HourMinutes { get; }

    /// <summary>By what the hours were earned; creditActivities lists the codes.</summary>
    string? Activity { get; }

    /// <summary>The jurisdiction whose law was taught; absent: no law was, or the certificate does not say whose. Some states count the law of their own only.</summary>
    Jurisdiction? LawOf { get; }

    /// <summary>The first day of a course, where the certificate says so; the same as completedOn for a course of one day. Some states limit the hours of one day.</summary>
    DateOnly? StartedOn { get; }

    internal CreditDeclaration ToDeclaration() => new(
        CourseTitle, CourseNumber, new(Provider.Name, Provider.ApprovalBody, Provider.ApprovalNumber), CompletedOn, Delivery, Activity ?? "course",
        [.. Hours.Select(h => new CategoryHours(h.Category, Exact(h.Hours)))], HandsOnHours is { } handsOn ? Exact(handsOn) : null, HourMinutes ?? 60,
        StatedAs, CertificateSha256, LawOf, StartedOn);

    /// <summary>The scalar gives at most two decimals and no sign; what is beyond all reason is refused as such by the Domain.</summary>
    private static Hours Exact(decimal hours) => new((int)Math.Min(hours * 100, int.MaxValue));
}

/// <summary>A change to a credit.</summary>
public interface ICreditInput : IInput
{
    /// <summary>The credit.</summary>
    RelayId CreditId { get; }

    /// <summary>The credit's version that the change was decided on.</summary>
    long Version { get; }
}

/// <summary>A change by whoever may submit: for whom, the credit says.</summary>
public interface IDeclaringInput : ICreditInput
{
    bool IInput.IsPermittedTo(Caller caller) => May.DeclareEducation(caller, caller.Therapist ?? default);
}

/// <summary>A change by a reviewer.</summary>
public interface IReviewingInput : ICreditInput
{
    bool IInput.IsPermittedTo(Caller caller) => May.ReviewCredits(caller);
}

/// <summary>Who gave a course.</summary>
/// <param name="Name">The provider's name.</param>
/// <param name="ApprovalBody">Who approved the provider, as NCBTMB.</param>
/// <param name="ApprovalNumber">The provider's number with that body.</param>
public sealed record ProviderInput(string Name, string? ApprovalBody, string? ApprovalNumber);

/// <summary>Declared hours of one category.</summary>
/// <param name="Category">A code of creditCategories.</param>
/// <param name="Hours">How many, in hours of the declared minutes.</param>
public sealed record CategoryHoursInput(string Category, decimal Hours);

/// <summary>Which credits to list; every given part must hold.</summary>
/// <param name="Statuses">Has one of these statuses.</param>
/// <param name="CompletedFrom">Completed on this date or later.</param>
/// <param name="CompletedTo">Completed on this date or earlier.</param>
/// <param name="Category">Declares hours of this category.</param>
public sealed record CreditFilter(IReadOnlyList<CreditStatus>? Statuses, DateOnly? CompletedFrom, DateOnly? CompletedTo, string? Category)
{
    internal bool Takes(CreditRecord credit) =>
        (Statuses is null || Statuses.Contains(credit.Status))
        && (CompletedFrom is null || credit.Declaration.CompletedOn >= CompletedFrom)
        && (CompletedTo is null || credit.Declaration.CompletedOn <= CompletedTo)
        && (Category is null || credit.Declaration.Hours.Any(h => h.Category == Category));
}
