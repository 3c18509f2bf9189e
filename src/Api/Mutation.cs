namespace LicenseTracker.Api;

/// <summary>What can be recorded. Each takes one input with an idempotency key; a change to a thing carries the version it was decided on.</summary>
public sealed partial class Mutation;
