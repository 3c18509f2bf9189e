namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that the board gave a revoked or surrendered license back.</summary>
/// <remarks>With nothing to end it is still recorded: the revocation may come on record later, with an earlier date.</remarks>
public sealed record ReinstateLicense(LicenseId LicenseId, DateOnly ReinstatedOn, long Version) : IChange
{
    public static readonly Refusal NothingToEnd = new(
        "REINSTATEMENT_ENDS_NOTHING", "The record shows no revocation or surrender in force on this date, so this ends none.", "reinstatedOn");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(ReinstateLicense c, License? license) =>
        LicenseRules.Decide(license, new LicenseReinstated(c.ReinstatedOn));

    internal static Check Judge(LicenseReinstated f, LicenseRecord others) => Check.Begin
        .Date(f.ReinstatedOn, "reinstatedOn")
        .Warn(!others.Encumbrances.Any(e => IsInForce(e, f.ReinstatedOn)), NothingToEnd);

    private static bool IsInForce(Encumbrance encumbrance, DateOnly date) =>
        encumbrance.ActionOn(date) is { } action
        && (action.StayedFrom ?? action.Type) is EncumbranceType.Revocation or EncumbranceType.Surrender;
}
