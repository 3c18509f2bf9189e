using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.Clinics;
using LicenseTracker.Projections.Facts;
using Npgsql;

namespace LicenseTracker.Projections.Rebuilding;

/// <summary>Writes the rows of clinics whose facts come clinic by clinic.</summary>
internal sealed class ClinicPages(NpgsqlConnection connection)
{
    private Clinic? current;

    public long Count { get; private set; }

    public async Task AddAsync(StoredFact stored, CancellationToken cancellation)
    {
        // Policies and rule books have no view: they are read from their facts.
        var recorded = stored.Fact();
        if (recorded is PolicyFact or RuleBookFact)
            return;
        if (recorded is not ClinicFact fact)
            throw new InvalidOperationException($"The fact {stored.Id} is about no therapist and no clinic.");
        if (current?.Id.Value != stored.Stream)
        {
            await CompleteAsync(cancellation);
            current = Clinic.Empty(new(stored.Stream));
        }

        current = current!.Evolve(new(new(stored.Id), stored.Version, stored.RecordedAt, fact));
    }

    public async Task CompleteAsync(CancellationToken cancellation)
    {
        if (current is null)
            return;
        await Rebuild.ExecuteAsync(connection, ClinicRows.Write(current), cancellation);
        Count++;
        current = null;
    }
}
