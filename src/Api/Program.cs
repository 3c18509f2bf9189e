using LicenseTracker.Api.Hosting;

return await CommandLine.RunAsync([ServeVerb.Create(), HealthVerb.Create(), PostgresVerb.Create(), RebuildVerb.Create()], args);
