using System.Collections.Immutable;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Tests.Eligibility;

/// <summary>Builds the card of one therapist fact by fact; every fact is recorded a minute after the one before.</summary>
internal sealed class CardBuilder
{
    public static readonly DateTimeOffset Began = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ImmutableArray<License>.Builder _licenses = ImmutableArray.CreateBuilder<License>();
    private readonly ImmutableArray<Certification>.Builder _certifications = ImmutableArray.CreateBuilder<Certification>();
    private readonly ImmutableArray<Credit>.Builder _credits = ImmutableArray.CreateBuilder<Credit>();
    private readonly ImmutableArray<Exemption>.Builder _exemptions = ImmutableArray.CreateBuilder<Exemption>();
    private readonly Therapist _therapist;
    private int _count;

    public CardBuilder()
    {
        _therapist = Therapist.Empty(Ask.Therapist).Evolve(
            Next<TherapistFact>(1, new TherapistRegistered(Personal.None, Personal.None, Personal.None, Personal.None, Personal.None, null)));
    }

    public DateTimeOffset Now => Began.AddMinutes(_count);

    public CardBuilder License(Jurisdiction jurisdiction, DateOnly from, DateOnly through, params LicenseFact[] facts) =>
        License(jurisdiction, Profession.MassageTherapist, from, through, facts);

    public CardBuilder License(Jurisdiction jurisdiction, Profession profession, DateOnly from, DateOnly through, params LicenseFact[] facts)
    {
        var license = Domain.Licenses.License.Empty(new(Id(0x10000 + _licenses.Count)));
        var number = $"{jurisdiction}-{_licenses.Count + 1}";
        license = license.Evolve(Next<LicenseFact>(1, new LicenseGranted(Ask.Therapist, jurisdiction, profession, number, from, new(from, through))));
        foreach (var fact in facts)
            license = license.Evolve(Next(license.Version + 1, fact));
        _licenses.Add(license);
        return this;
    }

    public CardBuilder Certified(string certification, DateOnly issued, DateOnly? expires = null, params CertificationFact[] facts)
    {
        var one = Certification.Empty(new(Id(0x20000 + _certifications.Count)));
        one = one.Evolve(Next<CertificationFact>(1, new CertificationGranted(Ask.Therapist, certification, "Issuer", null, issued, expires)));
        foreach (var fact in facts)
            one = one.Evolve(Next(one.Version + 1, fact));
        _certifications.Add(one);
        return this;
    }

    /// <summary>A course in person, a course of its own; verified unless it is pending.</summary>
    public CardBuilder Credit(string hours, string category, DateOnly completed, bool pending = false, string? approvedBy = null, int minutes = 50)
    {
        var credit = Domain.Credits.Credit.Empty(new(Id(0x30000 + _credits.Count)));
        credit = credit.Evolve(Next<CreditFact>(1, new CreditSubmitted(Ask.Therapist, new(
            $"Course {_credits.Count}", null, new("School", approvedBy, null), completed, Delivery.InPerson, "course", [new(category, Hours.Parse(hours))], null, minutes, null, null))));
        _credits.Add(pending ? credit : credit.Evolve(Next<CreditFact>(2, new CreditVerified(Personal.Of("Seen")))));
        return this;
    }

    public CardBuilder Exempt(Jurisdiction jurisdiction, DateOnly from, DateOnly to, DateOnly approved)
    {
        var exemption = Exemption.Empty(new(Id(0x40000 + _exemptions.Count)));
        exemption = exemption.Evolve(Next<ExemptionFact>(1, new ExemptionRequested(Ask.Therapist, jurisdiction, null, null, from, to, Personal.None)));
        _exemptions.Add(exemption.Evolve(Next<ExemptionFact>(2, new ExemptionApproved(approved, Personal.None))));
        return this;
    }

    public EligibilityCard Build() => new(Ask.Therapist, _therapist, _licenses.ToImmutable(), _certifications.ToImmutable(), _count)
    {
        Credits = _credits.ToImmutable(),
        Exemptions = _exemptions.ToImmutable(),
    };

    public static implicit operator EligibilityCard(CardBuilder builder) => builder.Build();

    public static Guid Id(int n) => new(n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private Recorded<T> Next<T>(long version, T fact)
        where T : class, IFact => new(new(Id(++_count)), version, Began.AddMinutes(_count), fact);
}

/// <summary>Short ways to ask in tests. The default is a therapist with a license in force in Florida, asked about on 1 June 2026.</summary>
internal static class Ask
{
    public static readonly TherapistId Therapist = new(CardBuilder.Id(0x7777));

    public static readonly DateOnly Day = new(2026, 6, 1);

    public static readonly ConditionCatalogue Catalogue = ConditionCatalogue.Shipped;

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    public static CardBuilder Licensed(Jurisdiction jurisdiction = Jurisdiction.FL) =>
        new CardBuilder().License(jurisdiction, Date("2020-01-01"), Date("2099-12-31"));

    public static EligibilityQuestion About(params string[] conditions) =>
        new(Therapist, Jurisdiction.FL, Profession.MassageTherapist, [.. conditions], [], [], Day, null);

    public static EligibilityQuestion In(this EligibilityQuestion question, Jurisdiction jurisdiction) => question with { Jurisdiction = jurisdiction };

    public static EligibilityQuestion With(this EligibilityQuestion question, params string[] techniques) => question with { Techniques = [.. techniques] };

    public static EligibilityQuestion Fact(this EligibilityQuestion question, string fact, string value, string? about = null, string? observedOn = null) =>
        question with { ClientFacts = question.ClientFacts.Add(new(fact, value, about, observedOn is null ? null : Date(observedOn))) };

    public static EligibilityDecision Decide(this EligibilityQuestion question, EligibilityCard? card = null, Policy? policy = null) =>
        EligibilityDecider.Decide(question, card ?? Licensed(question.Jurisdiction), Catalogue, PolicyTimeline.Always(policy ?? Policy.Default));

    public static IEnumerable<string> Codes(this EligibilityDecision decision, ReasonOutcome outcome) =>
        decision.Reasons.Where(r => r.Outcome == outcome).Select(r => r.Code);
}
