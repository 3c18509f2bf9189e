using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>Judges whether the therapist may practise in the state on a date: by a license here, by the compact, or by what stands in for a license.</summary>
internal sealed class LicenseJudgement(Case @case, DateOnly date, Findings findings)
{
    private readonly JurisdictionInfo _here = @case.Jurisdictions(@case.Question.Jurisdiction);

    /// <summary>The state's rules on the date; null: its book has none for this profession on that day.</summary>
    private readonly RuleBookVersion? _rules = @case.BookFor(@case.Question.Jurisdiction)?.Book.VersionOn(date);

    public static void On(Case @case, DateOnly date, Findings findings) => new LicenseJudgement(@case, date, findings).Judge();

    private void Judge()
    {
        var regulation = @case.Question.Profession == Profession.MassageTherapist ? _rules?.Regulation ?? _here.Regulation : MassageRegulation.License;
        ImmutableArray<(LicenseTimeline License, StandingOnDate Standing)> licenses =
        [
            .. @case.Licenses.Where(l => l.Jurisdiction == @case.Question.Jurisdiction && l.Profession == @case.Question.Profession)
                .Select(l => (l, @case.StandingOf(l, date))),
        ];
        if (regulation is MassageRegulation.None or MassageRegulation.VoluntaryCertification or MassageRegulation.Registration)
            WithoutLicense(regulation, licenses);
        else
            WithLicense(regulation, licenses);
        if (licenses.IsEmpty)
            SourceJudgement.AddWithoutLicense(@case, date, findings);
    }

    private void WithLicense(MassageRegulation regulation, ImmutableArray<(LicenseTimeline License, StandingOnDate Standing)> licenses)
    {
        var best = licenses.IsEmpty ? Authority.None : licenses.Max(l => l.Standing.Authority);

        // A state that has acted against the therapist has closed its door to the compact too.
        var isCompactOpen = best == Authority.None && licenses.All(l => !IsDiscipline(l.Standing.Standing));
        if (isCompactOpen && CompactJudgement.On(@case, _here, date, findings))
        {
            Show(licenses, best, governs: false);
            return;
        }

        Show(licenses, best, governs: true);
        DisciplineBeside(licenses, best);
        if (!licenses.IsEmpty)
            return;
        if (regulation == MassageRegulation.Unknown)
            findings.Add("JURISDICTION_REGULATION_UNKNOWN", ReasonOutcome.Unknown, $"How {_here.Name} regulates massage is not known here.", Regulation);
        else
            findings.Add("LICENSE_NONE_HERE", ReasonOutcome.Blocking, $"The therapist has no license on record in {_here.Name} for this profession.", Cited);
    }

    /// <summary>
    /// A board acts against a person. Where one license here is in force and another was acted against after the first was granted, nobody knows
    /// whether the board forgot one; a license granted after the action shows that it is settled.
    /// </summary>
    private void DisciplineBeside(ImmutableArray<(LicenseTimeline License, StandingOnDate Standing)> licenses, Authority best)
    {
        if (best is not (Authority.Full or Authority.Limited))
            return;
        var granted = licenses.Where(l => l.Standing.Authority == best).Max(l => l.License.GrantedOn);
        foreach (var (license, _) in licenses.Where(l => l.Standing.Authority is Authority.None or Authority.Unknown))
        {
            var actions = license.Encumbrances.Select(e => e.ActionOn(date) ?? e.PossibleActionOn(date)).OfType<EncumbranceAction>()
                .Where(a => a.Since >= granted && (a.Type?.Authority() is null or Authority.None or Authority.Unknown)).ToImmutableArray();
            if (actions.IsEmpty)
                continue;
            findings.Add(
                "LICENSE_DISCIPLINE_BESIDE",
                ReasonOutcome.Unknown,
                $"License {license.NumberOn(date)} in {_here.Name} is under discipline that began after the license in force was granted; whether that one stands is not known.",
                evidence: [.. actions.SelectMany(a => a.Evidence)]);
        }
    }

    private void WithoutLicense(MassageRegulation regulation, ImmutableArray<(LicenseTimeline License, StandingOnDate Standing)> credentials)
    {
        var policy = @case.PolicyOn(date);
        var what = regulation switch
        {
            MassageRegulation.None => "does not regulate massage at state level",
            MassageRegulation.VoluntaryCertification => "has a voluntary certification and no license",
            _ => "has a registration only and no license",
        };
        var best = credentials.IsEmpty ? Authority.None : credentials.Max(c => c.Standing.Authority);
        var counts = policy.Content.AcceptsStateCredential && best is Authority.Full or Authority.Limited;
        var held = policy.Content.AcceptedWhereNoLicense.Order(StringComparer.Ordinal).Select(id => @case.Held(id, date))
            .FirstOrDefault(c => c is not null);

        // What a state holds against its registrant or certificate holder counts whatever stands in for a license.
        var isActedAgainst = credentials.Any(c => IsDiscipline(c.Standing.Standing) || (c.Standing.Authority == best && @case.AuthorityOn(c.License, date) == Authority.Unknown));
        Show(credentials, best, governs: counts || isActedAgainst);
        if (counts)
            Add("JURISDICTION_NO_LICENSE", ReasonOutcome.Warning, $"{policy.Called} accepts the state's own credential", []);
        else if (held is not null)
            Add("SUBSTITUTE_HELD", ReasonOutcome.Satisfied, $"{policy.Called} accepts {held.Certification}, which the therapist holds", held.Evidence);
        else if (policy.Content is { AcceptedWhereNoLicense.IsEmpty: true, AcceptsStateCredential: false })
            Add("JURISDICTION_NO_LICENSE", ReasonOutcome.Unknown, $"{policy.Called} names nothing in its place", []);
        else
            Add("SUBSTITUTE_MISSING", ReasonOutcome.Blocking, $"the therapist holds nothing that {policy.Called} accepts in its place", []);

        void Add(string code, ReasonOutcome outcome, string then, ImmutableArray<FactId> evidence) =>
            findings.Add(code, outcome, $"{_here.Name} {what}; {then}.", Regulation, evidence);
    }

    /// <summary>Shows every license here. Those with the best authority decide; the others are shown as warnings beside them.</summary>
    private void Show(ImmutableArray<(LicenseTimeline License, StandingOnDate Standing)> licenses, Authority best, bool governs)
    {
        foreach (var (license, standing) in licenses)
        {
            var decides = governs && standing.Authority == best;
            foreach (var reason in standing.Reasons)
            {
                var shown = reason with { Message = $"License {license.NumberOn(date)} in {_here.Name}: {reason.Message}" };
                findings.Add(decides || reason.Outcome >= ReasonOutcome.Warning ? shown : shown with { Outcome = ReasonOutcome.Warning });
                if (decides && best == Authority.Limited && reason.Outcome == ReasonOutcome.Condition)
                    findings.Oblige(new(reason.Code, $"Keep to what the board has ordered. {shown.Message}", _here.Citation));
            }

            SourceJudgement.Add(@case, license, date, decides, findings);
        }
    }

    /// <summary>Where it stands how the state regulates massage on the date: what is told of the state is of today.</summary>
    private Citation Regulation => _rules is { } rules && rules.Regulation != _here.Regulation
        ? new(@case.BookFor(@case.Question.Jurisdiction)!.Book.Law, null, rules.Confidence)
        : _here.Citation;

    private Citation? Cited => @case.Question.Profession == Profession.MassageTherapist ? _here.Citation : null;

    internal static bool IsDiscipline(Standing standing) => standing is Standing.Revoked or Standing.Surrendered or Standing.Suspended;
}
