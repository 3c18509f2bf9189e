using System.Collections.Immutable;

namespace LicenseTracker.Domain.Policies;

/// <summary>What a clinic lets a lack do.</summary>
public enum PolicyEffect
{
    /// <summary>It is said; it changes no verdict.</summary>
    Warn,

    /// <summary>Nobody may treat so; where the lack is not known, the answer is undetermined.</summary>
    Block,
}

/// <summary>Who may clear a client for massage, as a clinic accepts it.</summary>
public enum ProviderKind
{
    /// <summary>A doctor of medicine or osteopathy, whatever the speciality.</summary>
    Physician,

    /// <summary>The surgeon who operated.</summary>
    Surgeon,

    /// <summary>The physician who treats the cancer.</summary>
    Oncologist,

    /// <summary>A licensed midwife or nurse-midwife.</summary>
    Midwife,

    /// <summary>A nurse practitioner.</summary>
    NursePractitioner,

    /// <summary>A physician assistant.</summary>
    PhysicianAssistant,

    /// <summary>A physical therapist.</summary>
    PhysicalTherapist,

    /// <summary>A psychologist, counselor or other licensed mental health professional.</summary>
    MentalHealthProfessional,

    /// <summary>A dentist.</summary>
    Dentist,

    /// <summary>A chiropractor.</summary>
    Chiropractor,
}

/// <summary>A certification that every therapist needs here, whatever the client's conditions.</summary>
/// <param name="Certification">Id in the training catalogue.</param>
/// <param name="WhenMissing">What its lack does.</param>
public sealed record RequiredCertification(string Certification, PolicyEffect WhenMissing);

/// <summary>All that a clinic asks on top of law and guidance, in one version. It never softens the law.</summary>
/// <param name="Rules">Changes to rules of the condition catalogue.</param>
/// <param name="Trainings">Changes to entries of the training catalogue.</param>
/// <param name="ConditionsNotTreated">Conditions of the catalogue that the clinic does not treat at all.</param>
/// <param name="RequiredCertifications">What every therapist needs.</param>
/// <param name="CeNotOnTrack">What it does when the continuing education of the license's cycle is not done, or not known to be.</param>
/// <param name="OtherStateDiscipline">What discipline in another state does.</param>
/// <param name="AcceptedWhereNoLicense">Certifications of which one is enough where the state has no license.</param>
/// <param name="AcceptsStateCredential">Where the state has no license, its own registration or voluntary certificate in force is enough.</param>
/// <param name="ClearingProviders">From whom the clinic accepts a clearance; empty: whoever the guidance names.</param>
/// <param name="SourceOldAfterDays">A verdict warns of a license that no source has confirmed for longer; null: it never does.</param>
/// <param name="CeBlocksWithinDays">Where that blocks: only from so many days before it is due; null: at any time in the cycle.</param>
public sealed record PolicyContent(
    ImmutableArray<RuleOverride> Rules,
    ImmutableArray<TrainingOverride> Trainings,
    ImmutableArray<string> ConditionsNotTreated,
    ImmutableArray<RequiredCertification> RequiredCertifications,
    PolicyEffect CeNotOnTrack,
    PolicyEffect OtherStateDiscipline,
    ImmutableArray<string> AcceptedWhereNoLicense,
    bool AcceptsStateCredential,
    ImmutableArray<ProviderKind> ClearingProviders,
    int? SourceOldAfterDays,
    int? CeBlocksWithinDays = null)
{
    /// <summary>Law binds, guidance obliges, and nothing stands in for a license that a state does not have.</summary>
    public static readonly PolicyContent Default = new([], [], [], [], PolicyEffect.Warn, PolicyEffect.Warn, [], false, [], null);

    public bool Equals(PolicyContent? other) =>
        other is not null
        && Same(Rules, other.Rules) && Same(Trainings, other.Trainings) && Same(ConditionsNotTreated, other.ConditionsNotTreated)
        && Same(RequiredCertifications, other.RequiredCertifications) && Same(AcceptedWhereNoLicense, other.AcceptedWhereNoLicense)
        && Same(ClearingProviders, other.ClearingProviders)
        && (CeNotOnTrack, OtherStateDiscipline, AcceptsStateCredential, SourceOldAfterDays, CeBlocksWithinDays)
            == (other.CeNotOnTrack, other.OtherStateDiscipline, other.AcceptsStateCredential, other.SourceOldAfterDays, other.CeBlocksWithinDays);

    public override int GetHashCode() => HashCode.Combine(
        Rules.Length, Trainings.Length, RequiredCertifications.Length, CeNotOnTrack, OtherStateDiscipline, AcceptsStateCredential, SourceOldAfterDays);

    internal static bool Same<T>(ImmutableArray<T> one, ImmutableArray<T> other) => one.AsSpan().SequenceEqual(other.AsSpan());
}
