using System.Collections.Immutable;
using System.Globalization;
using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Policies;

/// <summary>Whether a policy's content can be carried out by a catalogue, and whether it leaves the law as it is: all mistakes, each with its place.</summary>
public static class PolicyFit
{
    public static readonly Refusal RuleUnknown = new("POLICY_RULE_UNKNOWN", "The condition catalogue has no rule with this id. Look the id up again.");

    public static readonly Refusal TrainingUnknown =
        new("POLICY_TRAINING_UNKNOWN", "The training catalogue has no entry with this id. Look the id up again.");

    public static readonly Refusal ConditionUnknown =
        new("POLICY_CONDITION_UNKNOWN", "The condition catalogue has no condition with this id. Look the id up again.");

    public static readonly Refusal NamedTwice = new("POLICY_ENTRY_TWICE", "This is in the list already. Leave one of them out.");

    public static readonly Refusal ListTooLong = new("POLICY_LIST_TOO_LONG", "This list is longer than any catalogue. Shorten it.");

    public static readonly Refusal DaysOutOfRange = new("POLICY_DAYS_OUT_OF_RANGE", "Give 1 to 3,650 days, or leave them out.");

    private const int MostEntries = 500;
    private const int MostDays = 3_650;

    public static Check Check(PolicyContent content, ConditionCatalogue catalogue)
    {
        var check = Domain.Check.Begin
            .Refuse(content.SourceOldAfterDays is < 1 or > MostDays, DaysOutOfRange.At("content", "sourceOldAfterDays"))
            .Refuse(content.CeBlocksWithinDays is < 1 or > MostDays, DaysOutOfRange.At("content", "ceBlocksWithinDays"));
        check = Each(check, content.Rules, "rules", "rule", r => r.Rule, (c, rule, path) => PolicyRuleFit.Check(c, rule, catalogue, path));
        check = Each(check, content.Trainings, "trainings", "training", t => t.Training, (c, training, path) => Check(c, training, catalogue, path));
        check = Each(
            check, content.ConditionsNotTreated, "conditionsNotTreated", null, c => c,
            (c, id, path) => c.Refuse(catalogue.ConditionById(id) is null, ConditionUnknown.At(path)));
        check = Each(
            check, content.RequiredCertifications, "requiredCertifications", "certification", c => c.Certification,
            (c, one, path) => c.Refuse(catalogue.Training(one.Certification) is null, TrainingUnknown.At([.. path, "certification"])));
        check = Each(
            check, content.AcceptedWhereNoLicense, "acceptedWhereNoLicense", null, c => c,
            (c, id, path) => c.Refuse(catalogue.Training(id) is null, TrainingUnknown.At(path)));
        return Each(check, content.ClearingProviders, "clearingProviders", null, p => p.ToString(), (c, _, _) => c);
    }

    private static Check Check(Check check, TrainingOverride change, ConditionCatalogue catalogue, string[] path)
    {
        if (catalogue.Training(change.Training) is not { } training)
            return check.Refuse(true, TrainingUnknown.At([.. path, "training"]));
        check = check.Refuse(training.Kind == TrainingKind.StateGate && !change.AcceptedAs.IsEmpty, PolicyRuleFit.SoftensLaw.At([.. path, "acceptedAs"]));
        for (var i = 0; i < change.AcceptedAs.Length; i++)
            check = check.Text(change.AcceptedAs[i], Inputs.LongestName, [.. path, "acceptedAs", Place(i)]);
        return check.Refuse(change.AcceptedAs.Length > MostEntries, ListTooLong.At([.. path, "acceptedAs"]));
    }

    /// <summary>Checks each entry of a list, and that none is there twice.</summary>
    private static Check Each<T>(
        Check check, ImmutableArray<T> entries, string list, string? key, Func<T, string> id, Func<Check, T, string[], Check> one)
    {
        if (entries.Length > MostEntries)
            return check.Refuse(true, ListTooLong.At("content", list));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < entries.Length; i++)
        {
            string[] path = ["content", list, Place(i)];
            check = seen.Add(id(entries[i])) ? one(check, entries[i], path) : check.Refuse(true, NamedTwice.At(key is null ? path : [.. path, key]));
        }

        return check;
    }

    internal static string Place(int index) => index.ToString(CultureInfo.InvariantCulture);
}
