using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Projections.Tests.Histories;

/// <summary>Writes a history through the command path: each number is one command; the same numbers give the same commands.</summary>
internal sealed class History(Api.Tests.Commands.Store store, int salt)
{
    private readonly List<Guid> therapists = [];
    private readonly List<(Guid Id, Guid Therapist)> licenses = [];
    private readonly List<Guid> certifications = [];
    private readonly List<Guid> investigations = [];
    private readonly List<Guid> credits = [];
    private readonly List<Guid> exemptions = [];
    private readonly List<Guid> clinics = [];
    private readonly Dictionary<Guid, long> versions = [];
    private readonly List<(Guid Stream, Guid Fact)> facts = [];
    private readonly List<EncumbranceId> encumbrances = [];
    private int made;

    /// <summary>How many kinds of command there are: a number's rest tells its kind.</summary>
    public const int Kinds = 30;

    public int Accepted { get; private set; }

    public IReadOnlyCollection<Guid> Therapists => therapists;

    public async Task WriteAsync(IEnumerable<int> numbers)
    {
        therapists.Add(await StartAsync(id => Register(id, 0)));
        foreach (var number in numbers)
            await StepAsync(number % Kinds, number / Kinds);
    }

    private async Task StepAsync(int kind, int n)
    {
        var therapist = therapists[n % therapists.Count];
        switch (kind)
        {
            case 0:
                therapists.Add(await StartAsync(id => Register(id, n)));
                break;
            case 1:
                await ChangeAsync(therapist, v => new ChangeTherapistName(new(therapist), Personal.Of("New"), Personal.None, Personal.Of($"Name {n}"), Personal.None, n % 2 == 0 ? null : Day(n), v));
                break;
            case 2:
                await ChangeAsync(therapist, v => new ChangeTherapistNpi(new(therapist), n % 3 == 0 ? null : "1234567893", v));
                break;
            case 3 or 4 or 5:
                licenses.Add((await StartAsync(id => new GrantLicense(
                    new(id), new(therapist), (Jurisdiction)(n % 50), Profession.MassageTherapist, $"L-{salt}-{made}", Day(n), new(Day(n), Day(n).AddYears(1)))), therapist));
                break;
            case 6:
                certifications.Add(await StartAsync(id => new GrantCertification(new(id), new(therapist), "ONC-FOUND", "Issuer", null, Day(n), n % 2 == 0 ? null : Day(n).AddYears(2))));
                break;
            case 7 when certifications.Count > 0:
                var certification = certifications[n % certifications.Count];
                await ChangeAsync(certification, v => new RevokeCertification(new(certification), Day(n + 90), v));
                break;
            case 8:
                clinics.Add(await StartAsync(id => new OpenClinic(new(id), $"Clinic {n}")));
                break;
            case 9 when clinics.Count > 0:
                var engaging = clinics[n % clinics.Count];
                await ChangeAsync(engaging, v => new EngageTherapist(new(engaging), new(therapist), Day(n), v));
                break;
            case 10 when clinics.Count > 0:
                var releasing = clinics[n % clinics.Count];
                await ChangeAsync(releasing, v => new ReleaseTherapist(new(releasing), new(therapist), Day(n + 40), v));
                break;
            case 11 when investigations.Count > 0:
                var investigation = investigations[n % investigations.Count];
                await ChangeAsync(investigation, v => new CloseInvestigation(new(investigation), Day(n + 400), Personal.Of("closed"), v));
                break;
            case 24:
                credits.Add(await StartAsync(id => new SubmitCredit(new(id), new(therapist), Declared(n))));
                break;
            case 25 when credits.Count > 0:
                var verified = credits[n % credits.Count];
                await ChangeAsync(verified, v => new VerifyCredit(new(verified), By, Personal.Of("seen"), v));
                break;
            case 26 when credits.Count > 0:
                var rejected = credits[n % credits.Count];
                await ChangeAsync(rejected, v => new RejectCredit(new(rejected), By, Personal.Of("blurred"), v));
                break;
            case 27 when credits.Count > 0:
                var again = credits[n % credits.Count];
                if (n % 2 == 0)
                    await ChangeAsync(again, v => new ResubmitCredit(new(again), Declared(n + 1), v));
                else
                    await ChangeAsync(again, v => new WithdrawCredit(new(again), v));
                break;
            case 28:
                exemptions.Add(await StartAsync(id => new RequestExemption(new(id), new(therapist), Jurisdiction.WA, null, null, Day(n), Day(n).AddYears(1), Personal.Of("illness"))));
                break;
            case 29 when exemptions.Count > 0:
                var exemption = exemptions[n % exemptions.Count];
                await ChangeAsync(exemption, v => new ApproveExemption(new(exemption), Day(n), Personal.None, v));
                break;
            case > 11 when licenses.Count > 0:
                await OfLicenseAsync(kind, n, licenses[n % licenses.Count]);
                break;
        }
    }

    private async Task OfLicenseAsync(int kind, int n, (Guid Id, Guid Therapist) of)
    {
        LicenseId id = new(of.Id);
        switch (kind)
        {
            case 12:
                investigations.Add(await StartAsync(i => new OpenInvestigation(new(i), new(of.Therapist), id, Day(n), Personal.Of("note"))));
                break;
            case 13 or 14:
                await ChangeAsync(of.Id, v => new RenewLicense(id, new(Day(n).AddYears(1), Day(n).AddYears(2)), v));
                break;
            case 15 or 16:
                var imposed = new EncumbranceId(Guid.CreateVersion7());
                encumbrances.Add(imposed);
                await ChangeAsync(of.Id, v => new ImposeEncumbrance(id, imposed, (EncumbranceType)(n % 18), Day(n), n % 3 == 0 ? Day(n + 60) : null, null, Personal.Of("ordered"), v));
                break;
            case 17 when encumbrances.Count > 0:
                await ChangeAsync(of.Id, v => new LiftEncumbrance(id, encumbrances[n % encumbrances.Count], Day(n + 50), v));
                break;
            case 18:
                await ChangeAsync(of.Id, v => new ChangeLicenseNumber(id, $"N-{salt}-{made++}", Day(n), v));
                break;
            case 19:
                await ChangeAsync(of.Id, v => new ChangeLicenseeName(id, Personal.Of("Other"), Personal.None, Personal.Of("Name"), Personal.None, Day(n), v));
                break;
            case 20:
                await ChangeAsync(of.Id, v => new InactivateLicense(id, Day(n), v));
                break;
            case 21:
                await VoidAsync(facts[n % facts.Count]);
                break;
            case 22 when facts.Where(f => f.Stream == of.Id).ToList() is { Count: > 0 } own:
                await ChangeAsync(of.Id, v => new VoidLicenseFact(id, new(own[n % own.Count].Fact), Personal.Of("wrong"), v));
                break;
            case 23:
                await ChangeAsync(of.Id, v => new ReactivateLicense(id, Day(n + 30), v));
                break;
        }
    }

    private Task VoidAsync((Guid Stream, Guid Fact) target) =>
        therapists.Contains(target.Stream) ? ChangeAsync(target.Stream, v => new VoidTherapistFact(new(target.Stream), new(target.Fact), Personal.Of("wrong"), v))
        : credits.Contains(target.Stream) ? ChangeAsync(target.Stream, v => new VoidCreditFact(new(target.Stream), new(target.Fact), Personal.Of("wrong"), v))
        : exemptions.Contains(target.Stream) ? ChangeAsync(target.Stream, v => new VoidExemptionFact(new(target.Stream), new(target.Fact), Personal.Of("wrong"), v))
        : certifications.Contains(target.Stream) ? ChangeAsync(target.Stream, v => new VoidCertificationFact(new(target.Stream), new(target.Fact), Personal.Of("wrong"), v))
        : ChangeAsync(target.Stream, v => new VoidLicenseFact(new(target.Stream), new(target.Fact), Personal.Of("wrong"), v));

    private async Task<Guid> StartAsync<TCommand>(Func<Guid, TCommand> command)
        where TCommand : IStart
    {
        made++;
        var id = Guid.CreateVersion7();
        Note(await store.GiveAsync(command(id)));
        return id;
    }

    private async Task ChangeAsync<TCommand>(Guid stream, Func<long, TCommand> command)
        where TCommand : IChange => Note(await store.GiveAsync(command(versions.GetValueOrDefault(stream))));

    private void Note(Outcome outcome)
    {
        if (!outcome.Accepted)
            return;
        Accepted++;
        versions[outcome.Stream] = outcome.Version;
        facts.AddRange(outcome.Facts.Select(f => (outcome.Stream, f)));
    }

    private static RegisterTherapist Register(Guid id, int n) =>
        new(new(id), Personal.Of(n % 5 == 0 ? null : "Zoë"), Personal.None, Personal.Of(n % 5 == 0 ? null : $"Ng {n}"), Personal.None, Personal.Of("1980-02-29"), null);

    private static readonly Reviewer By = new("another-reviewer", null);

    private static CreditDeclaration Declared(int n) => new(
        $"Course {n}", null, new("School", null, null), Day(n), Delivery.OnDemand, "course", [new("general", new(100 + n % 900))], null, 60, null, null);

    private static DateOnly Day(int n) => new DateOnly(2023, 1, 1).AddDays(n % 700);
}
