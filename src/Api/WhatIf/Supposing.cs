using LicenseTracker.Api.Certifications;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Credits;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.Cards;

namespace LicenseTracker.Api.WhatIf;

/// <summary>What a question is about, as far as suppositions need it.</summary>
/// <param name="License">The license that renewOn renews; null: the therapist has none there.</param>
public sealed record Supposition(IReadOnlyList<HypotheticalInput> Inputs, DateOnly On, DateTimeOffset? KnownAt, LicenseId? License);

/// <summary>
/// Carries suppositions out on a copy of a card, by the same decisions that commands are decided by: what could not be recorded cannot be
/// supposed, and what is supposed answers as if it had been recorded. Nothing here can write.
/// </summary>
public sealed class Supposing(TimeProvider clock, Ids ids)
{
    private const int MostInputs = 50;

    /// <summary>The card and the book as supposed. What was recorded after knownAt is not on that card.</summary>
    /// <exception cref="InvalidInputError">A supposition is malformed, or would be refused; it says which and why.</exception>
    public (Card Card, KnownRuleBook Book) On(Card card, KnownRuleBook book, Supposition about)
    {
        if (about.Inputs.Count > MostInputs)
            throw new InvalidInputError($"Suppose at most {MostInputs} things at once.");
        var recorded = about.KnownAt is { } instant ? card.KnownAt(instant) : card;
        var now = (Card: recorded, Book: book);
        for (var i = 0; i < about.Inputs.Count; i++)
        {
            try
            {
                now = Suppose(about.Inputs[i], recorded, now.Card, now.Book, about);
            }
            catch (RefusedException refused)
            {
                var path = string.Join('.', refused.Refusal.Path.Prepend($"whatIf[{i}]"));
                throw new InvalidInputError($"{path}: {refused.Refusal.Message} ({refused.Refusal.Code})");
            }
        }

        return now;
    }

    private (Card Card, KnownRuleBook Book) Suppose(HypotheticalInput input, Card recorded, Card card, KnownRuleBook book, Supposition about)
    {
        var at = about.KnownAt ?? clock.GetUtcNow();
        (Card, KnownRuleBook) With<TFact>(Guid stream, Decision<TFact> decision)
            where TFact : class, IFact =>
            (card.With([(stream, decision.Accepted ? Recorded(card, stream, at, decision.Facts) : throw new RefusedException(decision.Refusals[0]))]), book);

        switch (input)
        {
            case { Members: not 1 }:
                throw new RefusedException(Refusals.InvalidInput("Give exactly one member in each supposition."));
            case { AddCredit: { } credit }:
                CheckTherapist(credit.TherapistId, card);
                var added = new SubmitCredit(new(ids.New(at)), card.Id, ((IDeclarationInput)credit).ToDeclaration());
                return With(added.StreamId, SubmitCredit.Decide(added, card.Therapist(), card.Credits(), Limits(credit.CompletedOn, at)));
            case { RejectCreditId: { } id }:
                var stream = Owned<CreditFact>(card, id.Of(CreditNode.Type, "rejectCreditId"), "rejectCreditId");
                return With(stream, Reject(new(new(stream), card.Log<CreditFact>(stream)!)));
            case { GrantCertification: { } grant }:
                CheckTherapist(grant.TherapistId, card);
                var granted = new GrantCertification(new(ids.New(at)), card.Id, grant.Certification, grant.Issuer, grant.Number, grant.IssuedOn, grant.ExpiresOn);
                return With(granted.StreamId, GrantCertification.Decide(granted, card.Therapist()));
            case { LapseCertificationId: { } id }:
                var certification = new CertificationId(Owned<CertificationFact>(card, id.Of(CertificationNode.Type, "lapseCertificationId"), "lapseCertificationId"));
                var log = card.Log<CertificationFact>(certification.Value)!;
                return With(certification.Value, RevokeCertification.Decide(new(certification, about.On, log.Version), new(certification, log)));
            case { ImposeEncumbrance: { } imposed }:
                var encumbered = LicenseOf(imposed, recorded, card);
                return With(encumbered.Id.Value, ImposeEncumbrance.Decide(
                    new(encumbered.Id, new(ids.New(at)), imposed.Type, imposed.EffectiveOn, imposed.ScheduledLiftOn, imposed.Category, Personal.Of(imposed.Note), imposed.Version),
                    encumbered));
            case { RelocateLicense: { } move }:
                var moved = LicenseOf(move, recorded, card);
                return With(moved.Id.Value, RelocateLicense.Decide(new(moved.Id, move.HomeState, move.RelocatedOn, move.Version), moved));
            case { RenewOn: { } day }:
                var renewed = about.License is { } license
                    ? new License(license, card.Log<LicenseFact>(license.Value)!)
                    : throw new RefusedException(Refusals.InvalidInput("The therapist has no license there that could be renewed.", "renewOn"));
                return With(renewed.Id.Value, Renew(renewed, book.Book, day));
            default:
                return (card, book with
                {
                    Book = book.Book.Only(input.RuleBookVersion!) ?? throw new RefusedException(Refusals.InvalidInput(
                        $"The book has no version of this name. It has {string.Join(", ", book.Book.Versions.Select(v => v.Id))}.", "ruleBookVersion")),
                });
        }
    }

    /// <summary>What is not yet completed is supposed to be, by the day given.</summary>
    private static DeclarationLimits Limits(DateOnly completedOn, DateTimeOffset now)
    {
        var limits = DeclarationLimits.At(CreditCategories.Shipped, now);
        return completedOn > limits.LatestToday ? limits with { LatestToday = completedOn } : limits;
    }

    private static Decision<CreditFact> Reject(Credit credit) => credit.KnownAt(null)?.Status is CreditStatus.Verified
        ? RevokeCredit.Decide(new(credit.Id, Supposed, credit.Version), credit)
        : RejectCredit.Decide(new(credit.Id, new("", null), Supposed, credit.Version), credit, new HashSet<string>());

    private static Personal Supposed => Personal.Of("Supposed");

    private static Decision<LicenseFact> Renew(License license, RuleBook book, DateOnly day)
    {
        if (license.KnownAt(null) is not { } known || known.Terms.LastOrDefault(t => t.Term.StartsOn <= day) is not { } last)
            throw new RefusedException(Refusals.InvalidInput("The license had not begun on this date.", "renewOn"));
        var start = day > last.Term.ExpiresOn ? day : last.Term.ExpiresOn.AddDays(1);
        var filed = FileLicenseRenewal.Decide(new(license.Id, day, license.Version), license);

        // The day of the year on which a term ended is the birthday where the pattern asks for one, and its year has the birth year's parity.
        var rules = new TermRules(book.Profession == known.Profession ? book : null, birthDate: last.Term.ExpiresOn, today: day);
        var renewed = RenewLicense.Decide(new(license.Id, new(start, null), license.Version), license, rules);
        var refusal = filed.Refusals.Concat(renewed.Refusals).FirstOrDefault();
        if (refusal is not null)
        {
            throw new RefusedException(refusal.Code == TermEnd.NotKnown.Code
                ? refusal with { Message = "No rule book tells the last day of the next term, so the renewal cannot be supposed.", Path = ["renewOn"] }
                : refusal.At("renewOn"));
        }

        return Decision<LicenseFact>.Of([.. filed.Facts, .. renewed.Facts]);
    }

    private static License LicenseOf(ILicenseInput input, Card recorded, Card card)
    {
        var stream = Owned<LicenseFact>(card, input.LicenseId.Of(LicenseNode.Type, "licenseId"), "licenseId");
        return recorded.Log<LicenseFact>(stream)!.Version == input.Version
            ? new(new(stream), card.Log<LicenseFact>(stream)!)
            : throw new RefusedException(Refusals.StaleVersion);
    }

    private static Guid Owned<TFact>(Card card, Guid stream, string path)
        where TFact : class, IFact => card.Log<TFact>(stream) is not null ? stream : throw new RefusedException(Refusals.UnknownId.At(path));

    private static void CheckTherapist(RelayId id, Card card)
    {
        if (id.As(TherapistNode.Type) != card.Id.Value)
            throw new RefusedException(Refusals.InvalidInput("Suppose only about the therapist who is asked about.", "therapistId"));
    }

    private IEnumerable<Recorded<IFact>> Recorded<TFact>(Card card, Guid stream, DateTimeOffset at, IEnumerable<TFact> facts)
        where TFact : class, IFact
    {
        var version = card.Log<TFact>(stream)?.Version ?? 0;
        return [.. facts.Select((fact, i) => new Recorded<IFact>(new(ids.New(at)), version + i + 1, at, fact))];
    }
}
