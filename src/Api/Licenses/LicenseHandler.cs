using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Projections.Cards;

namespace LicenseTracker.Api.Licenses;

/// <summary>Carries out every command on a license.</summary>
public static class LicenseHandler
{
    /// <summary>A board's number names one license: the number is looked up under a lock, so that it is never granted twice.</summary>
    public static async Task<Outcome> HandleAsync(Order<GrantLicense> order, Recorder recorder, TermBooks books, CancellationToken cancellation)
    {
        var book = await books.FindAsync(order.Command.Jurisdiction, order.Command.Profession, cancellation);
        return await recorder.RunAsync(order.By, null, async recording =>
        {
            var card = await recording.LockAsync(order.Command.TherapistId.Value, cancellation);
            var taken = await LicenseNumbers.IsTakenAsync(
                recording.Connection, order.Command.Jurisdiction, order.Command.Profession, order.Command.Number, order.Command.StreamId, cancellation);
            var therapist = card?.Therapist();
            var decision = GrantLicense.Decide(order.Command, therapist, taken, await book.ForAsync(therapist, cancellation));
            return await Recorder.WriteAsync(recording, order, order.Command.TherapistId.Value, 0, decision, cancellation);
        }, cancellation);
    }

    public static async Task<Outcome> HandleAsync(Order<RenewLicense> order, Recorder recorder, TermBooks books, CancellationToken cancellation)
    {
        var book = await books.FindAsync(order.Command.LicenseId, cancellation);
        return await recorder.ChangeAsync<RenewLicense, License, LicenseFact>(
            order, Load, async (_, card, license) => RenewLicense.Decide(order.Command, license, await RulesAsync(card)), cancellation);

        async Task<TermRules?> RulesAsync(Card? card) => book is null ? null : await book.ForAsync(card?.Therapist(), cancellation);
    }

    public static Task<Outcome> HandleAsync(Order<FileLicenseRenewal> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<FileLicenseRenewal, License, LicenseFact>(order, Load, FileLicenseRenewal.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<EndLicenseRenewalFiling> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<EndLicenseRenewalFiling, License, LicenseFact>(order, Load, EndLicenseRenewalFiling.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<ChangeLicenseNumber> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ChangeLicenseNumber, License, LicenseFact>(order, Load, ChangeLicenseNumber.Decide, cancellation, RefuseTakenNumberAsync);

    public static Task<Outcome> HandleAsync(Order<ChangeLicenseeName> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ChangeLicenseeName, License, LicenseFact>(order, Load, ChangeLicenseeName.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<InactivateLicense> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<InactivateLicense, License, LicenseFact>(order, Load, InactivateLicense.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<ReactivateLicense> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ReactivateLicense, License, LicenseFact>(order, Load, ReactivateLicense.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<CloseLicense> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<CloseLicense, License, LicenseFact>(order, Load, CloseLicense.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<ReopenLicense> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ReopenLicense, License, LicenseFact>(order, Load, ReopenLicense.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<ImposeEncumbrance> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ImposeEncumbrance, License, LicenseFact>(order, Load, ImposeEncumbrance.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<ReviseEncumbrance> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ReviseEncumbrance, License, LicenseFact>(order, Load, ReviseEncumbrance.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<StayEncumbrance> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<StayEncumbrance, License, LicenseFact>(order, Load, StayEncumbrance.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<LiftEncumbrance> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<LiftEncumbrance, License, LicenseFact>(order, Load, LiftEncumbrance.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<ReportDiscipline> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ReportDiscipline, License, LicenseFact>(order, Load, ReportDiscipline.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<ReinstateLicense> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ReinstateLicense, License, LicenseFact>(order, Load, ReinstateLicense.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<RelocateLicense> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<RelocateLicense, License, LicenseFact>(order, Load, RelocateLicense.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<GrantCompactAuthority> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<GrantCompactAuthority, License, LicenseFact>(order, Load, GrantCompactAuthority.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<EndCompactAuthority> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<EndCompactAuthority, License, LicenseFact>(order, Load, EndCompactAuthority.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<RegisterConditionally> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<RegisterConditionally, License, LicenseFact>(order, Load, RegisterConditionally.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<VerifyLicense> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<VerifyLicense, License, LicenseFact>(order, Load, VerifyLicense.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<CorrectLicenseFact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<CorrectLicenseFact, License, LicenseFact>(order, Load, CorrectLicenseFact.Decide, cancellation, RefuseTakenNumberAsync);

    public static Task<Outcome> HandleAsync(Order<VoidLicenseFact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<VoidLicenseFact, License, LicenseFact>(order, Load, VoidLicenseFact.Decide, cancellation);

    /// <summary>A number that another license has or had is no more given by a change or a correction than by a grant.</summary>
    private static async Task<Decision<LicenseFact>> RefuseTakenNumberAsync(Recording recording, License license, Decision<LicenseFact> decision)
    {
        var grant = license.Log.Facts.Select(f => f.Fact).OfType<LicenseGranted>().First();
        foreach (var number in decision.Facts.Select(LicenseNumber.GivenBy).OfType<string>())
        {
            if (await LicenseNumbers.IsTakenAsync(recording.Connection, grant.Jurisdiction, grant.Profession, number, license.Id.Value, CancellationToken.None))
                return decision.Facts is [LicenseFactCorrected] ? GrantLicense.NumberTaken.At("data", "number") : GrantLicense.NumberTaken;
        }

        return decision;
    }

    private static License Load(Guid id, FactLog<LicenseFact> log) => new(new(id), log);
}
