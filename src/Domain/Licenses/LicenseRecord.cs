using System.Collections.Immutable;

namespace LicenseTracker.Domain.Licenses;

/// <summary>The facts of a license that hold beside the one being judged; a corrected fact is judged as if it had never been recorded.</summary>
internal sealed class LicenseRecord(ImmutableArray<Held<LicenseFact>> others)
{
    public ImmutableArray<Encumbrance> Encumbrances { get; } = Licenses.Encumbrances.Of(others);

    /// <summary>The ordinary terms, granted and renewed.</summary>
    public IEnumerable<Term> Terms => All<LicenseGranted>().Select(g => g.Term).Concat(All<LicenseRenewed>().Select(r => r.Term));

    public IEnumerable<T> All<T>()
        where T : LicenseFact => others.Select(h => h.Fact).OfType<T>();

    public Encumbrance? Encumbrance(EncumbranceId id) => Encumbrances.FirstOrDefault(e => e.Id == id);

    /// <summary>The facts about one encumbrance, whether or not its imposition still holds.</summary>
    public IEnumerable<T> About<T>(EncumbranceId id)
        where T : LicenseFact => All<T>().Where(f => Licenses.Encumbrances.IdOf(f) == id);
}
