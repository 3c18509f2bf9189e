using System.Globalization;
using System.Security.Cryptography;
using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Policies;

/// <summary>Everything ever recorded about one clinic's policy.</summary>
public sealed record ClinicPolicy(ClinicId Clinic, FactLog<PolicyFact> Log)
{
    public long Version => Log.Version;

    public static ClinicPolicy Empty(ClinicId clinic) => new(clinic, FactLog<PolicyFact>.Empty);

    public ClinicPolicy Evolve(Recorded<PolicyFact> fact) => this with { Log = Log.Add(fact) };

    /// <summary>The clinic's policies as known at an instant (null: as known now).</summary>
    /// <param name="catalogue">What the policies speak of; what of them it cannot carry out they say themselves.</param>
    public PolicyTimeline KnownAt(DateTimeOffset? instant, ConditionCatalogue catalogue)
    {
        var log = Log.KnownAt(instant);
        return new([.. log.Held().Select(held => Adoption(log, held, catalogue))]);
    }

    /// <summary>
    /// The id of a clinic's policy stream. It follows from the clinic's own, so that two who adopt a clinic's first policy at once meet; the
    /// time in it is the clinic's and its form that of all ids, UUID version 7.
    /// </summary>
    public static Guid StreamOf(ClinicId clinic)
    {
        var bytes = clinic.Value.ToByteArray(bigEndian: true);
        var hash = SHA256.HashData([.. "policy "u8, .. bytes]);
        hash.AsSpan(6, 10).CopyTo(bytes.AsSpan(6));
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new(bytes, bigEndian: true);
    }

    private Adoption Adoption(FactLog<PolicyFact> log, Held<PolicyFact> held, ConditionCatalogue catalogue)
    {
        var adopted = (PolicyAdopted)held.Fact;
        var version = held.CorrectedBy is { } correction ? log.Facts.First(f => f.Id == correction).Version : held.Version;
        var misfits = PolicyFit.Check(adopted.Content, catalogue).Refusals;
        return new(held.Id, held.Version, adopted.EffectiveFrom, new(adopted.Name, version.ToString(CultureInfo.InvariantCulture), Clinic, adopted.Content, misfits));
    }
}
