using System.Collections.Immutable;
using LicenseTracker.Api.Access;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Credits;

namespace LicenseTracker.Api.Demo;

/// <summary>Tells what became of one credit; the demonstration's one reviewer looks at all of them.</summary>
internal sealed class CreditStory(DateOnly day, Person person, Caller self, DateOnly submitted)
{
    private static readonly Reviewer By = new(DemoPersonas.Reviewer.Subject, null);

    private readonly CreditId id = new(DemoIds.Named(day, $"credit of {person.Id.Value} of {submitted:O}", DemoScript.AtNine(submitted)));

    public CreditId Id => id;

    public void Verify(DateOnly recorded) => Review(
        recorded, c => new VerifyCredit(id, By, Personal.Of("Compared with the certificate."), c.Version),
        (c, credit) => VerifyCredit.Decide(c, credit, Submitters));

    public void Reject(DateOnly recorded, string reason) => Review(
        recorded, c => new RejectCredit(id, By, Personal.Of(reason), c.Version), (c, credit) => RejectCredit.Decide(c, credit, Submitters));

    public void Revoke(DateOnly recorded, string reason) =>
        Review(recorded, c => new RevokeCredit(id, Personal.Of(reason), c.Version), RevokeCredit.Decide);

    public void Resubmit(DateOnly recorded, CreditDeclaration course) => person.Tell(
        recorded,
        desk => desk.ChangeAsync(person.Id, id, c => new ResubmitCredit(id, course, c.Version), (c, credit) => ResubmitCredit.Decide(c, credit, desk.Limits)),
        self);

    public void Withdraw(DateOnly recorded) => person.Tell(
        recorded, desk => desk.ChangeAsync(person.Id, id, c => new WithdrawCredit(id, c.Version), WithdrawCredit.Decide), self);

    private ImmutableHashSet<string> Submitters => [self.Subject];

    private void Review<TCommand>(DateOnly recorded, Func<Credit, TCommand> command, Func<TCommand, Credit?, Decision<CreditFact>> decide)
        where TCommand : IChange =>
        person.Tell(recorded, desk => desk.ChangeAsync(person.Id, id, command, decide), DemoPersonas.Reviewer);
}
