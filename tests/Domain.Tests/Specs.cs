using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Tests;

/// <summary>Given these facts of one license, when this is decided, then that.</summary>
internal static class Specs
{
    public static License Given(params IEnumerable<LicenseFact> facts) => Samples.License(facts);

    public static Decision<LicenseFact> When(this License license, Func<License, Decision<LicenseFact>> decide) => decide(license);

    public static void ThenRefused<TFact>(this Decision<TFact> decision, params Refusal[] refusals)
        where TFact : class
    {
        decision.Refusals.Select(r => r.Code).ShouldBe(refusals.Select(r => r.Code));
        decision.Facts.ShouldBeEmpty();
    }

    public static void ThenRecorded<TFact>(this Decision<TFact> decision, TFact fact, params Refusal[] warnings)
        where TFact : class
    {
        decision.Refusals.ShouldBeEmpty();
        decision.Facts.ShouldBe([fact]);
        decision.Warnings.Select(w => w.Code).ShouldBe(warnings.Select(w => w.Code));
    }

    public static Func<License, Decision<LicenseFact>> Renew(string start, string end) =>
        l => RenewLicense.Decide(new(l.Id, Samples.Term(start, end), l.Version), l);

    public static Func<License, Decision<LicenseFact>> Lift(EncumbranceId id, string on) =>
        l => LiftEncumbrance.Decide(new(l.Id, id, Samples.Day(on), l.Version), l);

    public static Func<License, Decision<LicenseFact>> Impose(EncumbranceId id, EncumbranceType type, string on, string? scheduledLift = null) =>
        l => ImposeEncumbrance.Decide(
            new(l.Id, id, type, Samples.Day(on), scheduledLift is null ? null : Samples.Day(scheduledLift), null, Personal.None, l.Version), l);

    public static Func<License, Decision<LicenseFact>> Revise(EncumbranceId id, EncumbranceType type, string on) =>
        l => ReviseEncumbrance.Decide(new(l.Id, id, type, Samples.Day(on), null, null, Personal.None, l.Version), l);

    public static Func<License, Decision<LicenseFact>> Correct(int fact, LicenseFact replacement) =>
        l => CorrectLicenseFact.Decide(new(l.Id, Samples.Fact(fact), replacement, Samples.Reason, l.Version), l);

    public static Func<License, Decision<LicenseFact>> Void(int fact) =>
        l => VoidLicenseFact.Decide(new(l.Id, Samples.Fact(fact), Samples.Reason, l.Version), l);
}
