using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Projections.History;
using Npgsql;

namespace LicenseTracker.Api.Investigations;

/// <summary>What a change to an investigation answers.</summary>
public abstract record InvestigationPayload : Payload
{
    /// <summary>The investigation right after the change; null when it was refused.</summary>
    public InvestigationNode? Investigation { get; init; }
}

/// <summary>Sends an investigation's commands and shows what came of them.</summary>
public sealed class InvestigationMutations(Orders orders, NpgsqlDataSource database) : CommandsOn<InvestigationPayload>(orders)
{
    public async Task<OpenInvestigationPayload> OpenAsync(Caller caller, OpenInvestigationInput input, CancellationToken cancellation)
    {
        var license = input.LicenseId.As(LicenseNode.Type);
        var cards = license is { } known ? await StreamsOnCards.CardsOfAsync(database, [known], cancellation) : null;
        return await SendAsync(caller, input, () => new OpenInvestigation(
            new(NewId()),
            cards is { Count: 1 } ? cards.Values.Single().Id : throw new RefusedException(Refusals.UnknownId.At("licenseId")),
            new(license!.Value), input.OpenedOn, Personal.Of(input.Note)), new OpenInvestigationPayload(), cancellation);
    }

    public Task<CloseInvestigationPayload> CloseAsync(Caller caller, CloseInvestigationInput input, CancellationToken cancellation) =>
        SendAsync(caller, input, () => new CloseInvestigation(
            new(input.InvestigationId.Of(InvestigationNode.Type, "investigationId")), input.ClosedOn, Personal.Of(input.Note), input.Version),
            new CloseInvestigationPayload(), cancellation);

    protected override async Task<InvestigationPayload> ShowAsync(InvestigationPayload answer, Outcome outcome, CancellationToken cancellation)
    {
        var facts = await FactReader.OfStreamsAsync(database, [outcome.Stream], cancellation);
        return answer with { Investigation = InvestigationNode.Of(facts.Where(f => f.Version <= outcome.Version)).Single() };
    }
}
