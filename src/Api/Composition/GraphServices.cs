using LicenseTracker.Api.CeAudits;
using LicenseTracker.Api.Certifications;
using LicenseTracker.Api.Clinics;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Compliance;
using LicenseTracker.Api.Conditions;
using LicenseTracker.Api.Credits;
using LicenseTracker.Api.Eligibility;
using LicenseTracker.Api.Exemptions;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Investigations;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Policies;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Rosters;
using LicenseTracker.Api.RuleBooks;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Api.WhatIf;
using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Api.Composition;

/// <summary>Wires what the contract's resolvers ask for.</summary>
public static class GraphServices
{
    public static IServiceCollection AddNouns(this IServiceCollection services, Func<string, byte[]> deriveKey)
    {
        services.AddSingleton(ConditionCatalogue.Shipped);
        services.AddSingleton<ContractFacts>();
        services.AddSingleton(new InputDigest(deriveKey("input-digest")));
        services.AddScoped<Orders>().AddScoped<TherapistMutations>().AddScoped<LicenseMutations>().AddScoped<CertificationMutations>().AddScoped<CorrectionMutations>()
            .AddScoped<InvestigationMutations>().AddScoped<ClinicMutations>().AddScoped<PolicyMutations>().AddScoped<RuleBookMutations>()
            .AddScoped<CreditMutations>().AddScoped<ExemptionMutations>().AddScoped<CeAuditMutations>();
        services.AddSingleton<PolicyMemory>().AddSingleton<RuleBookMemory>().AddSingleton<TermBooks>().AddSingleton<Supposing>().AddSingleton<Complying>();
        services.AddScoped<Deciding>().AddScoped<RuleBookLoader>().AddScoped<HistoryLoader>();
        services.AddScoped<TherapistRowLoader>().AddScoped<ActorLoader>().AddScoped<ActorSearchLoader>().AddScoped<EvidenceLoader>().AddScoped<CorrectionLoader>()
            .AddScoped<FactsLoader>().AddScoped<DataKeyLoader>().AddScoped<FactDataLoader>().AddScoped<FactVersionLoader>().AddScoped<CardLoader>()
            .AddScoped<ClinicRosterLoader>().AddScoped<FactActorLoader>().AddScoped<ClinicLoader>().AddScoped<PolicyLoader>().AddScoped<SightingLoader>();
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
        services.AddScoped<RosterImportLoader>();
        services.AddScoped<INodeLoader, RosterReviewNodes>();
        services.AddScoped<INodeLoader, RosterImportNodes>();
        return services;
    }
}
