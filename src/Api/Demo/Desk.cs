using System.Collections.Immutable;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Cards;

namespace LicenseTracker.Api.Demo;

/// <summary>
/// Gives the commands of one batch, each decided by its own rules on everything recorded before it, in the batch or earlier. The script
/// knows its people, so a refusal is a mistake in it.
/// </summary>
internal sealed class Desk(Recording recording, DemoClock clock, CancellationToken cancellation)
{
    private readonly Dictionary<Guid, Card> cards = [];
    private readonly Dictionary<Guid, FactLog<ClinicFact>> clinics = [];
    private readonly Dictionary<Guid, FactLog<PolicyFact>> policies = [];

    /// <summary>The last fact recorded: what the batch's key answers.</summary>
    public (Guid Stream, long Version, Guid Fact) Last { get; private set; }

    /// <summary>Who gives the next command.</summary>
    public OrderContext? Actor { get; set; }

    /// <summary>Locks everyone the batch is about, at once.</summary>
    public async Task OpenAsync(IEnumerable<Guid> therapists)
    {
        foreach (var (therapist, card) in await recording.LockAsync(therapists, cancellation))
            cards[therapist] = card;
    }

    public async Task GiveAsync(RegisterTherapist command)
    {
        recording.AddTherapist(command.StreamId);
        await WriteAsync(command.StreamId, command.StreamId, 0, command, RegisterTherapist.Decide(command));
    }

    public async Task GiveAsync(GrantLicense command)
    {
        var taken = await LicenseNumbers.IsTakenAsync(
            recording.Connection, command.Jurisdiction, command.Profession, command.Number, command.StreamId, cancellation);
        await WriteAsync(command.TherapistId.Value, command.StreamId, 0, command, GrantLicense.Decide(command, CardOf(command.TherapistId)?.Therapist(), taken));
    }

    public Task GiveAsync(GrantCertification command) => WriteAsync(
        command.TherapistId.Value, command.StreamId, 0, command, GrantCertification.Decide(command, CardOf(command.TherapistId)?.Therapist()));

    public Task GiveAsync(OpenInvestigation command) => WriteAsync(
        command.TherapistId.Value, command.StreamId, 0, command,
        OpenInvestigation.Decide(command, CardOf(command.TherapistId)?.Log<LicenseFact>(command.LicenseId.Value) is { } log ? new(command.LicenseId, log) : null));

    public Task GiveAsync(SubmitCredit command) => WriteAsync(
        command.TherapistId.Value, command.StreamId, 0, command,
        SubmitCredit.Decide(command, CardOf(command.TherapistId)?.Therapist(), CardOf(command.TherapistId)?.Credits() ?? [], Limits));

    /// <summary>The limits of declarations at this instant.</summary>
    public DeclarationLimits Limits => DeclarationLimits.At(CreditCategories.Shipped, clock.Instant);

    public Task ChangeAsync<TCommand>(TherapistId id, CreditId credit, Func<Credit, TCommand> command, Func<TCommand, Credit?, Decision<CreditFact>> decide)
        where TCommand : IChange =>
        ChangeAsync<Credit, CreditFact, TCommand>(id, credit.Value, log => new(credit, log), command, decide);

    public Task ChangeAsync<TCommand>(TherapistId id, Func<Therapist, TCommand> command, Func<TCommand, Therapist?, Decision<TherapistFact>> decide)
        where TCommand : IChange =>
        ChangeAsync<Therapist, TherapistFact, TCommand>(id, id.Value, log => new(id, log), command, decide);

    public Task ChangeAsync<TCommand>(TherapistId id, LicenseId license, Func<License, TCommand> command, Func<TCommand, License?, Decision<LicenseFact>> decide)
        where TCommand : IChange =>
        ChangeAsync<License, LicenseFact, TCommand>(id, license.Value, log => new(license, log), command, decide);

    public Task ChangeAsync<TCommand>(
        TherapistId id, CertificationId certification, Func<Certification, TCommand> command, Func<TCommand, Certification?, Decision<CertificationFact>> decide)
        where TCommand : IChange =>
        ChangeAsync<Certification, CertificationFact, TCommand>(id, certification.Value, log => new(certification, log), command, decide);

    public async Task GiveAsync(ClinicId id, Func<Clinic, (ICommand Command, Decision<ClinicFact> Decision)> give)
    {
        var log = await LogAsync(clinics, id.Value);
        var (command, decision) = give(new(id, log));
        var facts = Accepted(command, decision);
        var ids = recording.Append(id.Value, log.Version, facts);
        for (var i = 0; i < facts.Length; i++)
            log = log.Add(new(new(ids[i]), log.Version + 1, clock.Instant, facts[i]));
        clinics[id.Value] = log;
        Last = (id.Value, log.Version, ids[^1]);
    }

    public async Task AdoptAsync(ClinicId id, string name, DateOnly from, PolicyContent content)
    {
        var stream = ClinicPolicy.StreamOf(id);
        var log = await LogAsync(policies, stream);
        var adopt = new AdoptPolicy(id, name, from, content, log.Version);
        var decision = AdoptPolicy.Decide(adopt, new(id, await LogAsync(clinics, id.Value)), new(id, log), ConditionCatalogue.Shipped);
        var facts = Accepted(adopt, decision);
        var ids = recording.Append(stream, log.Version, facts);
        policies[stream] = log.Add(new(new(ids[0]), log.Version + 1, clock.Instant, facts[0]));
        Last = (stream, log.Version + 1, ids[0]);
    }

    /// <summary>The person as on record by now.</summary>
    public Therapist? Therapist(TherapistId id) => CardOf(id)?.Therapist();

    private Task ChangeAsync<TState, TFact, TCommand>(
        TherapistId id, Guid stream, Func<FactLog<TFact>, TState> load, Func<TState, TCommand> command, Func<TCommand, TState?, Decision<TFact>> decide)
        where TState : class
        where TFact : class, IFact
        where TCommand : IChange
    {
        var log = CardOf(id)?.Log<TFact>(stream) ?? throw new InvalidOperationException($"The script changes {stream} before it is on record.");
        var state = load(log);
        var given = command(state);
        return WriteAsync(id.Value, stream, log.Version, given, decide(given, state));
    }

    private async Task WriteAsync<TFact>(Guid therapist, Guid stream, long version, ICommand command, Decision<TFact> decision)
        where TFact : class, IFact
    {
        var facts = Accepted(command, decision);
        var ids = await recording.AppendAsync(therapist, stream, version, facts, null, cancellation, Actor);
        var recorded = facts.Select((f, i) => new Recorded<IFact>(new(ids[i]), version + i + 1, clock.Instant, f)).ToList();
        cards[therapist] = (cards.GetValueOrDefault(therapist) ?? Card.Empty(new(therapist))).With([(stream, recorded)]);
        Last = (stream, version + facts.Length, ids[^1]);
    }

    private async Task<FactLog<TFact>> LogAsync<TFact>(Dictionary<Guid, FactLog<TFact>> known, Guid stream)
        where TFact : class, IFact =>
        known.TryGetValue(stream, out var log) ? log : await recording.ReadAsync<TFact>(stream, cancellation) ?? FactLog<TFact>.Empty;

    private Card? CardOf(TherapistId id) => cards.GetValueOrDefault(id.Value);

    private static ImmutableArray<TFact> Accepted<TFact>(ICommand command, Decision<TFact> decision)
        where TFact : class => decision.Accepted
        ? decision.Facts
        : throw new InvalidOperationException($"The demonstration's script is wrong: {command.GetType().Name} was refused as {decision.Refusals[0].Code}.");
}
