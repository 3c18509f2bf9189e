using LicenseTracker.Domain;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.Demo;

/// <summary>Tells what became of one license.</summary>
internal sealed class LicenseStory(DemoScript script, Person person, LicenseId id)
{
    public LicenseId Id => id;

    public void Renew(DateOnly recorded, Term term) => Do(recorded, l => new RenewLicense(id, term, l.Version), (c, l) => RenewLicense.Decide(c, l));

    public void File(DateOnly recorded, DateOnly filedOn) => Do(recorded, l => new FileLicenseRenewal(id, filedOn, l.Version), FileLicenseRenewal.Decide);

    public void Renumber(DateOnly recorded, string number, DateOnly on) =>
        Do(recorded, l => new ChangeLicenseNumber(id, number, on, l.Version), ChangeLicenseNumber.Decide);

    public void Rename(DateOnly recorded, string given, string family, DateOnly on) => Do(
        recorded,
        l => new ChangeLicenseeName(id, Personal.Of(given), Personal.None, Personal.Of(family), Personal.None, on, l.Version),
        ChangeLicenseeName.Decide);

    public void Inactivate(DateOnly recorded, DateOnly on) => Do(recorded, l => new InactivateLicense(id, on, l.Version), InactivateLicense.Decide);

    public void Reactivate(DateOnly recorded, DateOnly on) => Do(recorded, l => new ReactivateLicense(id, on, l.Version), ReactivateLicense.Decide);

    public void Close(DateOnly recorded, DateOnly on) => Do(recorded, l => new CloseLicense(id, on, l.Version), CloseLicense.Decide);

    public void Reopen(DateOnly recorded, DateOnly on) => Do(recorded, l => new ReopenLicense(id, on, l.Version), ReopenLicense.Decide);

    public EncumbranceId Impose(DateOnly recorded, EncumbranceType type, DateOnly on, DateOnly? scheduledLift = null, string? category = null, string? note = null)
    {
        var encumbrance = NewEncumbrance(recorded);
        Do(
            recorded,
            l => new ImposeEncumbrance(id, encumbrance, type, on, scheduledLift, category, Personal.Of(note), l.Version),
            ImposeEncumbrance.Decide);
        return encumbrance;
    }

    public EncumbranceId Report(DateOnly recorded, DateOnly on)
    {
        var encumbrance = NewEncumbrance(recorded);
        Do(recorded, l => new ReportDiscipline(id, encumbrance, on, l.Version), ReportDiscipline.Decide);
        return encumbrance;
    }

    public void Revise(DateOnly recorded, EncumbranceId encumbrance, EncumbranceType type, DateOnly on, DateOnly? scheduledLift, string note) => Do(
        recorded,
        l => new ReviseEncumbrance(id, encumbrance, type, on, scheduledLift, null, Personal.Of(note), l.Version),
        ReviseEncumbrance.Decide);

    public void Stay(DateOnly recorded, EncumbranceId encumbrance, DateOnly on, DateOnly? endsOn) =>
        Do(recorded, l => new StayEncumbrance(id, encumbrance, on, endsOn, l.Version), StayEncumbrance.Decide);

    public void Lift(DateOnly recorded, EncumbranceId encumbrance, DateOnly on) =>
        Do(recorded, l => new LiftEncumbrance(id, encumbrance, on, l.Version), LiftEncumbrance.Decide);

    public void Reinstate(DateOnly recorded, DateOnly on) => Do(recorded, l => new ReinstateLicense(id, on, l.Version), ReinstateLicense.Decide);

    public void RegisterConditionally(DateOnly recorded, Term term, string condition) =>
        Do(recorded, l => new RegisterConditionally(id, term, condition, l.Version), Domain.Licenses.RegisterConditionally.Decide);

    /// <summary>Says that the latest fact of a kind never held.</summary>
    public void Void<TFact>(DateOnly recorded, string reason)
        where TFact : LicenseFact =>
        Do(recorded, l => new VoidLicenseFact(id, Latest<TFact>(l).Id, Personal.Of(reason), l.Version), VoidLicenseFact.Decide);

    /// <summary>Replaces the latest fact of a kind.</summary>
    public void Correct<TFact>(DateOnly recorded, Func<TFact, TFact> replacement, string reason)
        where TFact : LicenseFact => Do(
        recorded,
        l =>
        {
            var wrong = Latest<TFact>(l);
            return new CorrectLicenseFact(id, wrong.Id, replacement((TFact)wrong.Fact), Personal.Of(reason), l.Version);
        },
        CorrectLicenseFact.Decide);

    private EncumbranceId NewEncumbrance(DateOnly recorded) => new(script.Ids.New(DemoScript.AtNine(recorded)));

    private static Recorded<LicenseFact> Latest<TFact>(License license)
        where TFact : LicenseFact => license.Log.Facts.Last(f => f.Fact is TFact);

    private void Do<TCommand>(DateOnly recorded, Func<License, TCommand> command, Func<TCommand, License?, Decision<LicenseFact>> decide)
        where TCommand : IChange => person.Tell(recorded, desk => desk.ChangeAsync(person.Id, id, command, decide));
}
