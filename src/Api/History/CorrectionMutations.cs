using System.Text.Json;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.CeAudits;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using Npgsql;

namespace LicenseTracker.Api.History;

/// <summary>Voids and corrects facts of every kind: the fact itself says to whose command it goes.</summary>
public sealed class CorrectionMutations(Orders orders, ContractFacts facts, NpgsqlDataSource database)
{
    private static readonly Refusal NotCorrectable = new(
        "FACT_NOT_CORRECTABLE", "Facts of this kind are neither corrected nor voided. Record what holds instead.", "factId");

    public async Task<VoidFactPayload> VoidAsync(Caller caller, VoidFactInput input, CancellationToken cancellation)
    {
        var (id, reason) = (await FindAsync(caller, input.FactId, cancellation), Personal.Of(input.Reason));
        var outcome = id?.Fact() switch
        {
            null => Unknown(caller),
            LicenseFact => await orders.SendAsync(caller, input, () => new VoidLicenseFact(new(id.Stream), new(id.Id), reason, input.Version), cancellation),
            TherapistFact => await orders.SendAsync(caller, input, () => new VoidTherapistFact(new(id.Stream), new(id.Id), reason, input.Version), cancellation),
            PolicyFact => await orders.SendAsync(
                caller, input, () => new VoidPolicyFact(ClinicOf(id), new(id.Id), input.Reason, input.Version), cancellation),
            CertificationFact => await orders.SendAsync(
                caller, input, () => new VoidCertificationFact(new(id.Stream), new(id.Id), reason, input.Version), cancellation),
            CreditFact => await orders.SendAsync(caller, input, () => new VoidCreditFact(new(id.Stream), new(id.Id), reason, input.Version), cancellation),
            ExemptionFact => await orders.SendAsync(caller, input, () => new VoidExemptionFact(new(id.Stream), new(id.Id), reason, input.Version), cancellation),
            CeAuditFact => await orders.SendAsync(caller, input, () => new VoidCeAuditFact(new(id.Stream), new(id.Id), reason, input.Version), cancellation),
            _ => Outcome.Refused(NotCorrectable),
        };
        return outcome.Accepted
            ? new VoidFactPayload(await EntryAsync(outcome, cancellation)).Warned(outcome.Warnings)
            : new VoidFactPayload().Refused(outcome.Refusals);
    }

    public async Task<CorrectFactPayload> CorrectAsync(Caller caller, CorrectFactInput input, CancellationToken cancellation)
    {
        var (id, reason) = (await FindAsync(caller, input.FactId, cancellation), Personal.Of(input.Reason));
        var outcome = id?.Fact() switch
        {
            null => Unknown(caller),
            LicenseFact f => await orders.SendAsync(caller, input, () => new CorrectLicenseFact(
                new(id.Stream), new(id.Id), Replacement(f, input.Data), reason, input.Version), cancellation),
            TherapistFact f => await orders.SendAsync(caller, input, () => new CorrectTherapistFact(
                new(id.Stream), new(id.Id), Replacement(f, input.Data), reason, input.Version), cancellation),
            PolicyFact f => await orders.SendAsync(caller, input, () => new CorrectPolicyFact(
                ClinicOf(id), new(id.Id), Replacement(f, input.Data), input.Reason, input.Version), cancellation),
            CertificationFact f => await orders.SendAsync(caller, input, () => new CorrectCertificationFact(
                new(id.Stream), new(id.Id), Replacement(f, input.Data), reason, input.Version), cancellation),
            CreditFact f => await orders.SendAsync(caller, input, () => new CorrectCreditFact(
                new(id.Stream), new(id.Id), Replacement(f, input.Data), reason, input.Version), cancellation),
            ExemptionFact f => await orders.SendAsync(caller, input, () => new CorrectExemptionFact(
                new(id.Stream), new(id.Id), Replacement(f, input.Data), reason, input.Version), cancellation),
            CeAuditFact f => await orders.SendAsync(caller, input, () => new CorrectCeAuditFact(
                new(id.Stream), new(id.Id), Replacement(f, input.Data), reason, input.Version), cancellation),
            _ => Outcome.Refused(NotCorrectable),
        };
        return outcome.Accepted
            ? new CorrectFactPayload(await EntryAsync(outcome, cancellation)).Warned(outcome.Warnings)
            : new CorrectFactPayload().Refused(outcome.Refusals);
    }

    /// <summary>To who may not write, no fact is known: a refusal must not tell that there is one.</summary>
    private async Task<StoredFact?> FindAsync(Caller caller, RelayId id, CancellationToken cancellation) =>
        May.CorrectFacts(caller) && FactIds.PlaceOf(id) is { } place
            && (await FactReader.OneByOneAsync(database, [place], cancellation)).SingleOrDefault() is { } found && MayCorrect(caller, found) ? found : null;

    /// <summary>Facts of the registry are the registrar's; a clinic's policy is its managers'.</summary>
    private static bool MayCorrect(Caller caller, StoredFact fact) =>
        fact.Fact() is PolicyFact ? May.AdoptPolicy(caller, ClinicOf(fact)) : May.WriteRegistry(caller);

    private static ClinicId ClinicOf(StoredFact fact) => new(Guid.Parse(fact.Tenant));

    private static Outcome Unknown(Caller caller) => Outcome.Refused(May.WriteRegistry(caller) ? Refusals.UnknownId.At("factId") : Refusals.NotAllowed);

    private async Task<HistoryEntryNode> EntryAsync(Outcome outcome, CancellationToken cancellation) =>
        new((await FactReader.OneByOneAsync(database, [(outcome.Stream, outcome.Version)], cancellation)).Single());

    /// <summary>A correction or void given as target is left to its own rule to refuse.</summary>
    private TFact Replacement<TFact>(TFact original, JsonElement data)
        where TFact : class, IFact => original is IVoid or ICorrection<IFact> ? original : facts.Read(original, data);
}
