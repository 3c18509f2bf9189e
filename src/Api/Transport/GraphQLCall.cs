using GraphQL;

namespace LicenseTracker.Api.Transport;

/// <summary>One GraphQL request, however it came in.</summary>
public sealed record GraphQLCall(string Query, string? OperationName = null, Inputs? Variables = null, bool ReadOnly = false);
