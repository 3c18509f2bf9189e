using LicenseTracker.Api.Hosting;
using LicenseTracker.Api.Importing;

return await CommandLine.RunAsync([ServeVerb.Create(), ImportVerb.Create(), RebuildVerb.Create(), HealthVerb.Create(), PostgresVerb.Create()], args);
