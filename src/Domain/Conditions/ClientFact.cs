namespace LicenseTracker.Domain.Conditions;

/// <summary>What was observed about a client, as a caller gives it; it may be malformed, and then a reason says so.</summary>
/// <param name="Fact">Id in the published list.</param>
/// <param name="Condition">The condition it is about, by code or catalogue id; null: about the client as a whole.</param>
/// <param name="ObservedOn">The day on which it held; null: the day that is judged.</param>
public sealed record ClientFact(string Fact, string Value, string? Condition = null, DateOnly? ObservedOn = null);
