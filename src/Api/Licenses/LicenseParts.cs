using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Eligibility;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Licenses;

/// <summary>What a license is on a date.</summary>
/// <param name="Standing">The strongest standing that applies.</param>
/// <param name="Authority">What it permits.</param>
/// <param name="On">The date judged.</param>
/// <param name="Reasons">All reasons, not only the strongest.</param>
public sealed record StandingOnDateNode(Standing Standing, Authority Authority, DateOnly On, IReadOnlyList<ReasonNode> Reasons)
{
    private static readonly Reason NotKnown = Reason.Of(
        "LICENSE_NOT_KNOWN", ReasonOutcome.Blocking, "No grant of this license was known, or its grant was voided.");

    internal static StandingOnDateNode Of(Card card, LicenseTimeline? license, DateOnly on)
    {
        var standing = license?.StandingOn(on) ?? new StandingOnDate(Standing.Pending, Authority.None, on, [NotKnown]);
        return new(standing.Standing, standing.Authority, on, ReasonNode.Of(card, standing.Reasons));
    }
}

/// <summary>One interval in which a license authorises practice; both days belong to it.</summary>
/// <param name="FactId">The fact that gave it.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="ExpiresOn">Last day: practice is good through its end.</param>
public sealed record TermNode(RelayId FactId, DateOnly StartsOn, DateOnly ExpiresOn)
{
    internal static IReadOnlyList<TermNode> Of(Card card, LicenseTimeline? license) =>
        [.. license?.Terms.Select(t => new TermNode(FactIds.Of(card, t.FactId), t.Term.StartsOn, t.Term.ExpiresOn)) ?? []];
}

/// <summary>An adverse action with its effect on authority. Encumbrances overlap freely.</summary>
public sealed class EncumbranceNode(Card card, License license, Encumbrance encumbrance)
{
    public const string TypeName = "Encumbrance";

    /// <summary>The action's id: it keeps it through revisions, stays and its lifting.</summary>
    public RelayId Id => new(TypeName, encumbrance.Id.Value);

    /// <summary>The fact that imposed it.</summary>
    public RelayId FactId => FactIds.Of(card, encumbrance.FactId);

    /// <summary>By its latest order.</summary>
    public EncumbranceType Type => encumbrance.Type;

    /// <summary>What it leaves of the authority to practise while it acts.</summary>
    public Authority Authority => encumbrance.Authority;

    /// <summary>It acts from the start of this date.</summary>
    public DateOnly EffectiveOn => encumbrance.EffectiveOn;

    /// <summary>It ends by itself at the start of this date.</summary>
    public DateOnly? ScheduledLiftOn => encumbrance.ScheduledLiftOn;

    /// <summary>It was lifted at the start of this date.</summary>
    public DateOnly? LiftedOn => encumbrance.LiftedOn;

    /// <summary>The board's own category.</summary>
    public string? Category => encumbrance.Category;

    /// <summary>The registrar's note; null to a caller who may not see personal data.</summary>
    public IDataLoaderResult<string?> Note(Caller caller, [FromServices] IPersonalReader personal, [FromServices] DataKeyLoader keys) =>
        encumbrance.Note.IsNone || !May.SeePersonalData(caller, card.Id) ? LoadedValues.Ready<string?>(null)
        : keys.Load(card.Id.Value).Then(async (_, cancellation) => await personal.OpenAsync(
            card.Id, PersonalField.Of(license.Log, license.Id.Value, encumbrance.NoteAt), encumbrance.Note, cancellation));

    internal static IReadOnlyList<EncumbranceNode> Of(Card card, License license, LicenseTimeline? known) =>
        [.. known?.Encumbrances.Select(e => new EncumbranceNode(card, license, e)) ?? []];
}

/// <summary>A license as it was.</summary>
public sealed class LicenseSnapshot(Card card, License license, LicenseTimeline known, DateOnly on, DateTimeOffset? knownAt)
{
    /// <summary>The number on that date.</summary>
    public string Number => known.NumberOn(on);

    /// <summary>The date it is shown for.</summary>
    public DateOnly On => on;

    /// <summary>What was known until when; null: everything recorded.</summary>
    public DateTimeOffset? KnownAt => knownAt;

    /// <summary>The version of the newest fact that counts.</summary>
    public long Version => license.Version;

    /// <summary>What it was on that date.</summary>
    public StandingOnDateNode Standing => StandingOnDateNode.Of(card, known, on);

    /// <summary>The terms known then.</summary>
    public IReadOnlyList<TermNode> Terms => TermNode.Of(card, known);

    /// <summary>The adverse actions known then.</summary>
    public IReadOnlyList<EncumbranceNode> Encumbrances => EncumbranceNode.Of(card, license, known);
}
