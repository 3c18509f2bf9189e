namespace LicenseTracker.Domain;

/// <summary>A personal text with the place that is bound into its envelope, which whoever opens it must name.</summary>
/// <param name="Event">The event that holds it: the fact itself, or the correction whose replacement it stands in.</param>
/// <param name="Field">The field name it was sealed under.</param>
public readonly record struct PersonalAt(Personal Text, FactId Event, string Field)
{
    public static PersonalAt In<TFact>(Held<TFact> held, string field, Personal text)
        where TFact : class, IFact =>
        held.CorrectedBy is { } correction ? new(text, correction, "replacement." + field) : new(text, held.Id, field);
}
