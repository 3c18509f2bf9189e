namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that a roster says "discipline" and no more.</summary>
public sealed record ReportDiscipline(LicenseId LicenseId, EncumbranceId EncumbranceId, DateOnly ReportedOn, long Version) : IChange
{
    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(ReportDiscipline c, License? license) =>
        LicenseRules.Decide(license, new DisciplineReported(c.EncumbranceId, c.ReportedOn));

    internal static Check Judge(DisciplineReported f, LicenseRecord others) => ImposeEncumbrance.New(f.EncumbranceId, f.ReportedOn, "reportedOn", others);
}
