using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Rules;

/// <summary>Which hours a rule speaks of. Every part that is given must fit; an empty part fits everything.</summary>
/// <param name="Categories">Codes of credit categories, any of them.</param>
/// <param name="Deliveries">Any of them.</param>
/// <param name="UnsettledDeliveries">Deliveries of which the text does not say whether they fit: an hour so delivered is neither in nor out.</param>
/// <param name="HandsOn">Only hours spent in hands-on work.</param>
/// <param name="Providers">Codes of kinds of provider, any of them.</param>
/// <param name="OtherProvidersThan">Providers of these kinds do not fit.</param>
/// <param name="Activities">Codes of activities (<c>course</c>, <c>teaching</c>, <c>pro_bono</c> …), any of them.</param>
/// <param name="OtherActivitiesThan">These activities do not fit.</param>
/// <param name="LawOf">Only courses about the law of this jurisdiction.</param>
public sealed record CreditFilter(
    ImmutableArray<string> Categories,
    ImmutableArray<Delivery> Deliveries,
    ImmutableArray<Delivery> UnsettledDeliveries,
    bool HandsOn,
    ImmutableArray<string> Providers,
    ImmutableArray<string> OtherProvidersThan,
    ImmutableArray<string> Activities,
    ImmutableArray<string> OtherActivitiesThan,
    Jurisdiction? LawOf)
{
    /// <summary>All hours.</summary>
    public static readonly CreditFilter Any = new([], [], [], false, [], [], [], [], null);
}
