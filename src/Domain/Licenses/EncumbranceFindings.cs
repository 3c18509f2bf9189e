using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Licenses;

/// <summary>What each encumbrance does to a license on a date, one finding for each that acts.</summary>
internal static class EncumbranceFindings
{
    /// <summary>An action may have acted already: its source named it later, without its first day.</summary>
    public const string StartUnknown = "ENCUMBRANCE_START_UNKNOWN";

    public static IEnumerable<Finding> On(LicenseTimeline license, DateOnly date)
    {
        foreach (var encumbrance in license.Encumbrances)
        {
            if (encumbrance.ActionOn(date) is { } action)
                yield return Of(encumbrance, action);
            else if (encumbrance.PossibleActionOn(date) is { Type: { } type } possible)
                yield return Possibly(type, encumbrance.EffectiveOn, possible);
        }
    }

    /// <summary>
    /// The standing that a type shows. A denial takes all authority like a suspension and has no standing of its own in the contract, so it
    /// shows as suspended; its reason names it.
    /// </summary>
    public static Standing? StandingOf(EncumbranceType type) => type switch
    {
        EncumbranceType.Revocation => Standing.Revoked,
        EncumbranceType.Surrender => Standing.Surrendered,
        _ when type.Authority() == Authority.None => Standing.Suspended,
        _ when type.Authority() == Authority.Limited => Standing.Restricted,
        _ => null,
    };

    private static Finding Possibly(EncumbranceType type, DateOnly named, EncumbranceAction action) => Finding.Of(
        null,
        Authority.Unknown,
        StartUnknown,
        $"A source named {Article(Words(type), capital: false)} on {named.Iso()} and not since when: it may have been in effect from {action.Since.Iso()} on.",
        action.Evidence);

    private static Finding Of(Encumbrance encumbrance, EncumbranceAction action)
    {
        if (action.Type is not { } type)
        {
            return Finding.Of(
                null,
                Authority.Unknown,
                "ENCUMBRANCE_CONFLICT",
                $"The records of one encumbrance contradict each other from {action.Since.Iso()} on; until one is corrected it is unknown how it acts.",
                action.Evidence);
        }

        var name = action.StayedFrom is { } stayed ? $"{Words(stayed)}, stayed," : Words(type);
        var finding = Finding.Of(
            StandingOf(type),
            type.Authority(),
            "ENCUMBRANCE_" + Code(type),
            $"{Article(name)} has been in effect since {action.Since.Iso()}{Effect(type)}.",
            action.Evidence);

        // A fine or a reprimand takes nothing away, but whoever asks should see it.
        return finding.Authority == Authority.Full ? finding with { Reason = finding.Reason with { Outcome = ReasonOutcome.Warning } } : finding;
    }

    private static string Effect(EncumbranceType type) => type.Authority() switch
    {
        Authority.None => ": there is no authority to practise",
        Authority.Limited => ": authority to practise is limited",
        Authority.Unknown => ": what it leaves of the authority to practise is not known",
        _ => " and leaves the authority to practise as it is",
    };

    private static string Article(string name, bool capital = true) =>
        (capital ? "A" : "a") + ("aeiou".Contains(name[0], StringComparison.Ordinal) ? "n " : " ") + name;

    /// <summary>The type as the contract spells it.</summary>
    public static string Code(EncumbranceType type) => Split(type).Replace(' ', '_').ToUpperInvariant();

    private static string Words(EncumbranceType type) => type switch
    {
        EncumbranceType.CompletionOfCe => "completion of CE order",
        EncumbranceType.CeaseAndDesist => "cease and desist order",
        EncumbranceType.Other => "encumbrance of another type",
        EncumbranceType.DisciplineReported => "discipline report without details",
        _ => Split(type),
    };

    private static string Split(EncumbranceType type) => string.Concat(
        type.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
