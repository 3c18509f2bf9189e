using LicenseTracker.Api.Access;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Api.Demo;

/// <summary>Tells the story of one therapist: each command with the date on which it was recorded. On one date, in the order told.</summary>
internal sealed class Person(DemoScript script, TherapistId id, int number)
{
    private int told;

    public TherapistId Id => id;

    public static LicenseId LicenseIdOf(DateOnly day, string licenseNumber, DateOnly recorded) =>
        new(DemoIds.Named(day, licenseNumber, DemoScript.AtNine(recorded)));

    public void Register(DateOnly recorded, string given, string family, string? born = null)
    {
        script.Names.Take(given, family);
        Tell(recorded, desk => desk.GiveAsync(
            new RegisterTherapist(id, Personal.Of(given), Personal.None, Personal.Of(family), Personal.None, Personal.Of(born), null)));
    }

    public void Rename(DateOnly recorded, string given, string family, DateOnly on) => Change(
        recorded,
        t => new ChangeTherapistName(id, Personal.Of(given), Personal.None, Personal.Of(family), Personal.None, on, t.Version),
        ChangeTherapistName.Decide);

    public void Contact(DateOnly recorded, string address, string email, string phone) => Change(
        recorded, t => new ChangeTherapistContact(id, Personal.Of(address), Personal.Of(email), Personal.Of(phone), t.Version), ChangeTherapistContact.Decide);

    /// <summary>A license with its first term.</summary>
    public LicenseStory Licensed(DateOnly recorded, Jurisdiction jurisdiction, string licenseNumber, DateOnly grantedOn, Term term)
    {
        var license = LicenseIdOf(script.Day, licenseNumber, recorded);
        Tell(recorded, desk => desk.GiveAsync(new GrantLicense(license, id, jurisdiction, Profession.MassageTherapist, licenseNumber, grantedOn, term)));
        return new(script, this, license);
    }

    public CertificationId Certified(DateOnly recorded, string certification, string issuer, DateOnly issuedOn, DateOnly? expiresOn = null)
    {
        var granted = new CertificationId(script.Ids.New(DemoScript.AtNine(recorded)));
        Tell(recorded, desk => desk.GiveAsync(new GrantCertification(granted, id, certification, issuer, null, issuedOn, expiresOn)));
        return granted;
    }

    public void Extend(DateOnly recorded, CertificationId certification, DateOnly renewedOn, DateOnly expiresOn) => Tell(recorded, desk => desk.ChangeAsync(
        id, certification, c => new RenewCertification(certification, renewedOn, expiresOn, c.Version), RenewCertification.Decide));

    public void Revoke(DateOnly recorded, CertificationId certification, DateOnly revokedOn) => Tell(recorded, desk => desk.ChangeAsync(
        id, certification, c => new RevokeCertification(certification, revokedOn, c.Version), RevokeCertification.Decide));

    public void Investigate(DateOnly recorded, LicenseStory license, DateOnly openedOn, string note)
    {
        var investigation = new InvestigationId(script.Ids.New(DemoScript.AtNine(recorded)));
        Tell(recorded, desk => desk.GiveAsync(new OpenInvestigation(investigation, id, license.Id, openedOn, Personal.Of(note))));
    }

    /// <summary>A course completed ten days before, submitted by the person.</summary>
    public CreditStory Submit(DateOnly recorded, Caller self, CreditDeclaration course)
    {
        var credit = new CreditStory(script.Day, this, self, recorded);
        Tell(recorded, desk => desk.GiveAsync(new SubmitCredit(credit.Id, id, course)), self);
        return credit;
    }

    /// <summary>Any command about this person, at a time of day of their own: a desk works through its pile.</summary>
    /// <param name="by">Who gives it; null: the registrar.</param>
    public void Tell(DateOnly recorded, Func<Desk, Task> give, Caller? by = null) =>
        script.Add(new(DemoScript.AtNine(recorded).AddMinutes(told++ * 5).AddSeconds(number), null, id, give, by));

    private void Change<TCommand>(DateOnly recorded, Func<Therapist, TCommand> command, Func<TCommand, Therapist?, Decision<TherapistFact>> decide)
        where TCommand : IChange => Tell(recorded, desk => desk.ChangeAsync(id, command, decide));
}
