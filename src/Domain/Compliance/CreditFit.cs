using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Hours of one credit that are alike in every way that rules ask about.</summary>
internal sealed class Portion(JudgedCredit? credit, string category, bool? handsOn, Hours hours)
{
    /// <summary>Null: hours carried in or given with a credential; they fit only where everything does.</summary>
    public JudgedCredit? Credit => credit;

    public string Category => category;

    /// <summary>Null: not said.</summary>
    public bool? HandsOn => handsOn;

    public Hours Hours => hours;
}

/// <summary>Whether hours are of the kind that a rule speaks of. Null: not settled.</summary>
internal static class CreditFit
{
    public static bool? Fits(CreditFilter filter, Portion portion)
    {
        if (portion.Credit is not { } credit)
            return IsAny(filter);
        if (!IsOneOf(filter.Categories, portion.Category) || !IsOneOf(filter.Activities, credit.Activity)
            || filter.OtherActivitiesThan.Contains(credit.Activity))
            return false;
        return IsApproved(filter, credit) & IsDelivered(filter, credit.Delivery) & (filter.HandsOn ? portion.HandsOn : true) & IsLawOf(filter.LawOf, credit.LawOf);
    }

    /// <summary>How much there is of the kind that a minimum asks for: a rough count of the ways to find it.</summary>
    public static int Width(AtLeast? minimum) => minimum?.Of is not { } of
        ? int.MaxValue
        : (of.Categories.IsEmpty ? 50 : of.Categories.Length) * (of.Deliveries.IsEmpty ? 5 : of.Deliveries.Length)
            * (of.HandsOn || minimum.HandsOnPercentOfCourse is not null ? 1 : 2) * (of.LawOf is null ? 2 : 1) * (of.Providers.IsEmpty ? 5 : of.Providers.Length);

    /// <summary>Whether a share of a course was practised by hand.</summary>
    public static bool? IsHandsOn(JudgedCredit credit, int percent) =>
        credit.HandsOn is { } byHand ? (long)byHand.Hundredths * 100 >= (long)credit.Declared.Hundredths * percent
        : credit.Delivery is Delivery.InPerson ? null
        : false;

    /// <summary>The word of the first part of a filter that hours do not surely fit, as refusals name it.</summary>
    public static string Misses(CreditFilter filter, Portion portion)
    {
        var credit = portion.Credit!;
        return !IsOneOf(filter.Categories, portion.Category) ? "CATEGORY"
            : IsDelivered(filter, credit.Delivery) is not true || (filter.HandsOn && portion.HandsOn is not true) ? "FORMAT"
            : !IsOneOf(filter.Activities, credit.Activity) || filter.OtherActivitiesThan.Contains(credit.Activity) ? "ACTIVITY"
            : IsLawOf(filter.LawOf, credit.LawOf) is not true ? "LAW"
            : "PROVIDER";
    }

    private static bool? IsApproved(CreditFilter filter, JudgedCredit credit)
    {
        bool? Of(ImmutableArray<string> kinds) => Share(kinds, credit.ProviderKinds) ? true : Share(kinds, credit.PossibleProviderKinds) ? null : false;
        return (filter.Providers.IsEmpty ? true : Of(filter.Providers)) & (filter.OtherProvidersThan.IsEmpty ? true : !Of(filter.OtherProvidersThan));
    }

    private static bool IsOneOf(ImmutableArray<string> codes, string code)
    {
        foreach (var each in codes)
        {
            if (each == code)
                return true;
        }

        return codes.IsEmpty;
    }

    private static bool Share(ImmutableArray<string> codes, ImmutableArray<string> others)
    {
        foreach (var each in codes)
        {
            if (others.Contains(each))
                return true;
        }

        return false;
    }

    private static bool IsAny(CreditFilter f) =>
        f is { HandsOn: false, LawOf: null } && f.Categories.IsEmpty && f.Deliveries.IsEmpty && f.UnsettledDeliveries.IsEmpty && f.Providers.IsEmpty
        && f.OtherProvidersThan.IsEmpty && f.Activities.IsEmpty && f.OtherActivitiesThan.IsEmpty;

    private static bool? IsDelivered(CreditFilter filter, Delivery delivery) =>
        filter.UnsettledDeliveries.Contains(delivery) ? null : filter.Deliveries.IsEmpty || filter.Deliveries.Contains(delivery);

    private static bool? IsLawOf(Jurisdiction? asked, Jurisdiction? taught) => asked is null ? true : taught is null ? null : asked == taught;
}
