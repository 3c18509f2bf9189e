using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using Npgsql;

namespace LicenseTracker.Api.Certifications;

/// <summary>What a change to a certification is given.</summary>
public interface ICertificationInput : IInput
{
    /// <summary>The certification.</summary>
    RelayId CertificationId { get; }

    /// <summary>The certification's version that the change was decided on.</summary>
    long Version { get; }
}

/// <summary>What a change to a certification answers.</summary>
public abstract record CertificationPayload : Payload
{
    /// <summary>The certification right after the change; null when it was refused.</summary>
    public CertificationNode? Certification { get; init; }
}

/// <summary>Sends a certification's commands and shows what came of them.</summary>
public sealed class CertificationMutations(Orders orders, NpgsqlDataSource database) : CommandsOn<CertificationPayload>(orders)
{
    public Task<TPayload> ChangeAsync<TCommand, TPayload>(
        Caller caller, ICertificationInput input, Func<CertificationId, TCommand> command, TPayload payload, CancellationToken cancellation)
        where TCommand : ICommand
        where TPayload : CertificationPayload =>
        SendAsync(caller, input, () => command(new(input.CertificationId.Of(CertificationNode.Type, "certificationId"))), payload, cancellation);

    protected override async Task<CertificationPayload> ShowAsync(CertificationPayload answer, Outcome outcome, CancellationToken cancellation)
    {
        var card = (await StreamsOnCards.CardsOfAsync(database, [outcome.Stream], cancellation))[outcome.Stream];
        return answer with { Certification = new(card, new(outcome.Stream), outcome.Version) };
    }
}
