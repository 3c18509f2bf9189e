using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Reading;

/// <summary>Opens a sealed text of a fact for those who may read it.</summary>
internal static class SealedTextLoader
{
    /// <summary>The text in clear; null where there is none, it was erased, or the caller may not see it.</summary>
    public static IDataLoaderResult<string?> Open<TFact>(
        Card card, Guid stream, FactLog<TFact> log, PersonalAt? place, Caller caller, IPersonalReader personal, DataKeyLoader keys)
        where TFact : class, IFact =>
        place is not { Text.IsNone: false } at || !May.SeePersonalData(caller, card.Id)
            ? LoadedValues.Ready<string?>(null)
            : keys.Load(card.Id.Value).Then(async (_, cancellation) => await personal.OpenAsync(card.Id, PersonalField.Of(log, stream, at), at.Text, cancellation));
}
