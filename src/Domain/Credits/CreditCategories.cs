using System.Collections.Immutable;

namespace LicenseTracker.Domain.Credits;

/// <summary>What a course taught, by one code for all jurisdictions.</summary>
/// <param name="Code">Stable code in snake case; facts hold it.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Description">What belongs to it.</param>
public sealed record CreditCategory(string Code, string Name, string Description);

/// <summary>The list of categories that declared hours may name. A code is never dropped: facts for ever hold it.</summary>
public sealed class CreditCategories(ImmutableArray<CreditCategory> all)
{
    public static CreditCategories Shipped { get; } = new(
    [
        new("general", "General", "Massage-related education that belongs to no other category; electives."),
        new("massage_technique", "Massage technique", "Theory and practice of massage and bodywork techniques."),
        new("core_massage", "Core massage subjects", "Anatomy, physiology, kinesiology, pathology and assessment as a basis of massage."),
        new("ethics", "Ethics", "Professional ethics and standards of practice."),
        new("roles_boundaries", "Roles and boundaries", "Professional roles, boundaries and the therapeutic relationship."),
        new("communication", "Communication", "Communication with clients and colleagues."),
        new("laws_rules", "Laws and rules", "A jurisdiction's statutes, rules and jurisprudence of massage therapy."),
        new("medical_errors", "Medical errors", "Prevention of medical errors."),
        new("human_trafficking", "Human trafficking", "Recognition and prevention of human trafficking, and its law."),
        new("domestic_violence_sexual_assault", "Domestic violence and sexual assault", "Awareness of domestic violence and sexual assault."),
        new("sexual_harassment_prevention", "Sexual harassment prevention", "Prevention of sexual harassment."),
        new("child_abuse_recognition", "Child abuse recognition", "Recognising and reporting child abuse."),
        new("implicit_bias", "Implicit bias", "Implicit bias in care."),
        new("cultural_competency", "Cultural competency", "Cultural competency and diversity."),
        new("health_equity", "Health equity", "Equity of health and access to care."),
        new("lgbtq", "LGBTQ care", "Care for lesbian, gay, bisexual, transgender and queer clients."),
        new("pain_management", "Pain management", "Management of pain and symptoms."),
        new("communicable_disease", "Communicable disease", "Communicable diseases, HIV/AIDS and blood-borne pathogens included; hygiene."),
        new("substance_abuse", "Substance abuse", "Recognition of substance abuse."),
        new("cpr_first_aid", "CPR and first aid", "Cardiopulmonary resuscitation, first aid and emergencies."),
        new("public_health_priorities", "Public health priorities", "Subjects that a health department names as its priorities."),
        new("business_management", "Business management", "Running a practice: management, marketing, records, billing."),
    ]);

    public ImmutableArray<CreditCategory> All => all;

    public bool Contains(string code) => all.Any(c => c.Code == code);
}
