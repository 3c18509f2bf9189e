using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that a board granted a license with its first term.</summary>
/// <param name="Term">Without a first day it begins with the grant; without a last day it ends as the rule book says.</param>
public sealed record GrantLicense(
    LicenseId LicenseId, TherapistId TherapistId, Jurisdiction Jurisdiction, Profession Profession, string Number, DateOnly GrantedOn, StatedTerm Term,
    DateOnly? PossiblySince = null) : IStart
{
    public static readonly Refusal TermBeforeGrant =
        new("TERM_BEFORE_GRANT", "The first term begins before the grant. Until the day of the grant the license is not in force.", "termStart");

    public static readonly Refusal NumberTaken = new(
        "LICENSE_NUMBER_TAKEN", "A license with this number is on record in this jurisdiction and profession. Look it up and change that one.", "number");

    public Guid StreamId => LicenseId.Value;

    /// <param name="numberTaken">Whether a license of the same jurisdiction and profession has or had this number.</param>
    /// <param name="rules">Null: the source states its terms and no rule book is asked.</param>
    public static Decision<LicenseFact> Decide(GrantLicense c, Therapist? therapist, bool numberTaken, TermRules? rules = null)
    {
        if (therapist is null)
            return Refusals.UnknownId.At("therapistId");
        if (therapist.KnownAt(null) is null)
            return TherapistRules.RegistrationVoided.At("therapistId");
        var start = c.Term.StartsOn ?? c.GrantedOn;
        var end = TermEnd.Of(rules, c.GrantedOn, start, c.Term.ExpiresOn, previousExpiry: null, appliedOn: null, c.Number);
        if (end.On is not { } expiresOn)
            return Decision<LicenseFact>.Refused(end.Check.Refusals.AsSpan());
        var fact = new LicenseGranted(c.TherapistId, c.Jurisdiction, c.Profession, c.Number.Trim(), c.GrantedOn, new(start, expiresOn), c.PossiblySince, end.ByRuleBook);
        return Judge(fact, new([])).Refuse(numberTaken, NumberTaken).And(end.Check).Record<LicenseFact>(fact);
    }

    internal static Check Judge(LicenseGranted f, LicenseRecord others) => Check.Begin
        .Refuse(!Enum.IsDefined(f.Jurisdiction), Refusals.InvalidInput("This is no jurisdiction.", "jurisdiction"))
        .Refuse(!Enum.IsDefined(f.Profession), Refusals.InvalidInput("This is no profession.", "profession"))
        .Text(f.Number, Inputs.LongestNumber, "number")
        .Date(f.GrantedOn, "grantedOn")
        .Term(f.Term, "termStart")
        .And(UncertainDays.Judge(f))
        .Refuse(others.Terms.Any(t => t.Overlaps(f.Term)), RenewLicense.TermOverlaps)
        .Warn(f.Term.StartsOn < f.GrantedOn, TermBeforeGrant);
}
