using System.Text;
using LicenseTracker.Domain;

namespace LicenseTracker.Projections.Facts;

/// <summary>The place of one sealed text: an envelope moved to any other place does not open.</summary>
public readonly record struct PersonalField(string FactName, Guid Stream, Guid Fact, string Field)
{
    /// <summary>The place of a text of a fact that holds: a corrected fact's texts lie in its correction.</summary>
    public static PersonalField Of<TFact>(Held<TFact> held, Guid stream, string field)
        where TFact : class, IFact =>
        held.CorrectedBy is { } correction
            ? new(CorrectionName(held.Fact), stream, correction.Value, "replacement." + field)
            : new(FactNames.Of(held.Fact), stream, held.Id.Value, field);

    /// <summary>What the envelope is bound to, as bytes.</summary>
    public byte[] AssociatedData() => Encoding.UTF8.GetBytes($"{FactName}|{Stream:D}|{Fact:D}|{Field}");

    private static string CorrectionName(IFact fact) => fact switch
    {
        Domain.Licenses.LicenseFact => "license_fact_corrected",
        Domain.Therapists.TherapistFact => "therapist_fact_corrected",
        Domain.Certifications.CertificationFact => "certification_fact_corrected",
        _ => throw new ArgumentException($"{fact.GetType().Name} is never corrected.", nameof(fact)),
    };
}

/// <summary>Opens sealed texts for those views that hold them readable.</summary>
public interface IPersonalReader
{
    /// <summary>The text in clear; null where the source had none, or the therapist's personal data was erased.</summary>
    ValueTask<string?> OpenAsync(TherapistId therapist, PersonalField field, Personal text, CancellationToken cancellation);
}
