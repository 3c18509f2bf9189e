using LicenseTracker.Api.CeAudits;
using LicenseTracker.Api.Certifications;
using LicenseTracker.Api.Clinics;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Conditions;
using LicenseTracker.Api.Credits;
using LicenseTracker.Api.Eligibility;
using LicenseTracker.Api.Exemptions;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Investigations;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Api.Composition;

/// <summary>Wires what the contract's resolvers ask for.</summary>
public static class GraphServices
{
    public static IServiceCollection AddNouns(this IServiceCollection services, Func<string, byte[]> deriveKey)
    {
        services.AddSingleton(ConditionCatalogue.Shipped);
        services.AddSingleton(new InputDigest(deriveKey("input-digest")));
        services.AddScoped<Orders>().AddScoped<TherapistMutations>().AddScoped<LicenseMutations>().AddScoped<CertificationMutations>().AddScoped<CorrectionMutations>()
            .AddScoped<InvestigationMutations>().AddScoped<ClinicMutations>()
            .AddScoped<CreditMutations>().AddScoped<ExemptionMutations>().AddScoped<CeAuditMutations>();
        services.AddScoped<Deciding>().AddScoped<HistoryLoader>();
        services.AddScoped<TherapistRowLoader>().AddScoped<ActorLoader>().AddScoped<ActorSearchLoader>().AddScoped<EvidenceLoader>().AddScoped<CorrectionLoader>()
            .AddScoped<FactsLoader>().AddScoped<DataKeyLoader>().AddScoped<CardLoader>().AddScoped<ClinicRosterLoader>().AddScoped<FactActorLoader>();
        services.AddScoped<INodeLoader, TherapistNodes>();
        services.AddScoped<INodeLoader, LicenseNodes>();
        services.AddScoped<INodeLoader, CertificationNodes>();
        services.AddScoped<INodeLoader, CreditNodes>();
        services.AddScoped<INodeLoader, ExemptionNodes>();
        services.AddScoped<INodeLoader, CeAuditNodes>();
        services.AddScoped<INodeLoader, ConditionNodes>();
        services.AddScoped<INodeLoader, ClinicNodes>();
        services.AddScoped<INodeLoader, HistoryEntryNodes>();
        services.AddScoped<INodeLoader, InvestigationNodes>();
        return services;
    }
}
