namespace LicenseTracker.Domain.Clinics;

/// <summary>Brings a clinic on record.</summary>
public sealed record OpenClinic(ClinicId ClinicId, string Name) : IStart
{
    public Guid StreamId => ClinicId.Value;

    public static Decision<ClinicFact> Decide(OpenClinic c) =>
        Check.Begin.Text(c.Name.Trim(), Inputs.LongestName, "name").Record<ClinicFact>(new ClinicOpened(c.Name.Trim()));
}
