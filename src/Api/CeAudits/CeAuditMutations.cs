using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema;
using LicenseTracker.Domain;
using LicenseTracker.Domain.CeAudits;
using Npgsql;

namespace LicenseTracker.Api.CeAudits;

/// <summary>What a command on an audit answers.</summary>
public abstract record CeAuditPayload : Payload
{
    /// <summary>The audit right after the command; null when it was refused.</summary>
    public CeAuditNode? CeAudit { get; init; }
}

/// <summary>Sends an audit's commands and shows what came of them.</summary>
public sealed class CeAuditMutations(Orders orders, NpgsqlDataSource database) : CommandsOn<CeAuditPayload>(orders)
{
    public async Task<OpenCeAuditPayload> OpenAsync(Caller caller, OpenCeAuditInput input, CancellationToken cancellation)
    {
        var license = input.LicenseId.As(LicenseNode.Type);
        var cards = license is { } known ? await StreamsOnCards.CardsOfAsync(database, [known], cancellation) : null;
        return await SendAsync(caller, input, () => new OpenCeAudit(
            new(NewId()), cards is { Count: 1 } ? cards.Values.Single().Id : throw new RefusedException(Refusals.UnknownId.At("licenseId")), new(license!.Value),
            input.OpenedOn, input.PeriodFrom, input.PeriodTo, Personal.Of(input.Note)), new OpenCeAuditPayload(), cancellation);
    }

    public Task<CloseCeAuditPayload> CloseAsync(Caller caller, CloseCeAuditInput input, CancellationToken cancellation) =>
        SendAsync(caller, input, () => new CloseCeAudit(
            new(input.CeAuditId.Of(CeAuditNode.Type, "ceAuditId")), input.ClosedOn, input.Outcome, Personal.Of(input.Note), input.Version),
            new CloseCeAuditPayload(), cancellation);

    protected override async Task<CeAuditPayload> ShowAsync(CeAuditPayload answer, Outcome outcome, CancellationToken cancellation)
    {
        var card = (await StreamsOnCards.CardsOfAsync(database, [outcome.Stream], cancellation))[outcome.Stream];
        return answer with { CeAudit = new(card, new(outcome.Stream), outcome.Version) };
    }
}
