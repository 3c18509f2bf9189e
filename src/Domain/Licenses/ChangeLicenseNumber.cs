namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that the board gave a license another number. The former one still finds it.</summary>
public sealed record ChangeLicenseNumber(LicenseId LicenseId, string Number, DateOnly ChangedOn, long Version) : IChange
{
    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(ChangeLicenseNumber c, License? license) =>
        LicenseRules.Decide(license, new LicenseNumberChanged(c.Number, c.ChangedOn));

    internal static Check Judge(LicenseNumberChanged f, LicenseRecord others) => Check.Begin
        .Text(f.Number, Inputs.LongestNumber, "number")
        .Date(f.ChangedOn, "changedOn")
        .Warn(others.All<LicenseNumberChanged>().Any(o => o.ChangedOn == f.ChangedOn && !SameNumber(o, f)), LicenseRules.ContradictsSameDate);

    private static bool SameNumber(LicenseNumberChanged one, LicenseNumberChanged other) =>
        LicenseNumber.Normalise(one.Number) == LicenseNumber.Normalise(other.Number);
}
