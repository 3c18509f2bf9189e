using System.Text;
using LicenseTracker.Domain;

namespace LicenseTracker.Projections.Facts;

/// <summary>The place of one sealed text: an envelope moved to any other place does not open.</summary>
public readonly record struct PersonalField(string FactName, Guid Stream, Guid Fact, string Field)
{
    /// <summary>The place of a text that a timeline names.</summary>
    public static PersonalField Of<TFact>(FactLog<TFact> log, Guid stream, PersonalAt at)
        where TFact : class, IFact =>
        new(FactNames.Of(log.Facts.First(f => f.Id == at.Event).Fact), stream, at.Event.Value, at.Field);

    /// <summary>What the envelope is bound to, as bytes.</summary>
    public byte[] AssociatedData() => Encoding.UTF8.GetBytes($"{FactName}|{Stream:D}|{Fact:D}|{Field}");
}

/// <summary>Opens sealed texts for those views that hold them readable.</summary>
public interface IPersonalReader
{
    /// <summary>Fetches what opens the texts of many therapists at once; it only saves time.</summary>
    Task PreloadAsync(IEnumerable<Guid> therapists, CancellationToken cancellation);

    /// <summary>The text in clear; null where the source had none, or the therapist's personal data was erased.</summary>
    ValueTask<string?> OpenAsync(TherapistId therapist, PersonalField field, Personal text, CancellationToken cancellation);
}
