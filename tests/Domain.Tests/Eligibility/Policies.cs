using LicenseTracker.Domain.Policies;

namespace LicenseTracker.Domain.Tests.Eligibility;

/// <summary>Short ways to write a clinic's policies in tests.</summary>
internal static class Policies
{
    public static readonly ClinicId Clinic = new(Guid.Parse("00000000-0000-7000-8000-0000000000f1"));

    /// <summary>The default policy's content, changed, as version 3 of a clinic's policy.</summary>
    public static Policy Of(Func<PolicyContent, PolicyContent> change) => new("Harbor", "3", Clinic, change(PolicyContent.Default), []);

    /// <summary>A rule left as it is, to be changed.</summary>
    public static RuleOverride Rule(string id) => new(id, true, null, false, []);

    public static PolicyAdopted Adopted(string from, Func<PolicyContent, PolicyContent>? change = null, string name = "Harbor") =>
        new(Clinic, name, Samples.Day(from), (change ?? (c => c))(PolicyContent.Default));

    public static ClinicPolicy Record(params IEnumerable<PolicyFact> facts) => new(Clinic, Samples.Log(facts));
}
