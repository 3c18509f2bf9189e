using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Projections.Therapists;

namespace LicenseTracker.Api.Tests.Importing;

public sealed class DuplicatesTests(Store store) : IClassFixture<Store>, IDisposable
{
    private readonly Roster roster = new(store);

    [Fact]
    public async Task Therapists_who_may_be_one_person_are_listed_and_others_are_not()
    {
        var compact = await roster.CompactAsync(
            Roster.Row("D-1", "529-31-5401", "Ann", "Twin", birth: "1980-02-29"), Roster.Row("D-2", "529-31-5402", "Ann", "Twin", birth: "1980-03-01"),
            Roster.Row("D-3", "529-31-5403", "Bo", "Npi", npi: "1234567893"), Roster.Row("D-4", "529-31-5404", "Beau", "Npi", npi: "1234567893", birth: "1970-01-01"),
            Roster.Row("D-5", "529-31-5405", "Cy", "Other", npi: "1234567893"));
        var wa = await roster.ImportAsync("wa-doh", Jurisdiction.WA, """
            credentialnumber,lastname,firstname,middlename,credentialtype,status,birthyear,firstissuedate,lastissuedate,expirationdate,actiontaken
            MA1,TWIN,ANN,,Massage Therapist,ACTIVE,1980,20100113,20250201,20270201,No
            """);

        var pairs = await PossibleDuplicates.ListAsync(store.Database, null, null, false, 10, TestContext.Current.CancellationToken);

        var (ann1, ann2, bo, beau, annWa) = (Id(compact, 0), Id(compact, 1), Id(compact, 2), Id(compact, 3), Id(wa, 0));
        pairs.Select(Told).ShouldBe(
        [
            Pair(ann1, annWa, DuplicateReason.NameAndBirth), Pair(ann2, annWa, DuplicateReason.NameAndBirth), Pair(bo, beau, DuplicateReason.NpiAndFamilyName),
        ], ignoreOrder: true);
        (await PossibleDuplicates.CountAsync(store.Database, TestContext.Current.CancellationToken)).ShouldBe(3);
        (await PossibleDuplicates.ListAsync(store.Database, PossibleDuplicate.Read(pairs[1].Key), null, false, 10, TestContext.Current.CancellationToken)).Select(Told).ShouldBe([Told(pairs[2])]);
        (await PossibleDuplicates.ListAsync(store.Database, null, PossibleDuplicate.Read(pairs[2].Key), true, 1, TestContext.Current.CancellationToken)).Select(Told).ShouldBe([Told(pairs[1])]);
    }

    public void Dispose() => roster.Dispose();

    /// <summary>Pairs come in the order of ids; of two registered in one millisecond either may be first.</summary>
    private static string Pair(Guid one, Guid other, DuplicateReason reason) => Told(one < other ? new(one, other, [reason]) : new(other, one, [reason]));

    private static string Told(PossibleDuplicate pair) => $"{pair.First} {pair.Second} {string.Join(',', pair.Reasons)}";

    private static Guid Id(Imported imported, int row) => imported.Rows[row].Therapist!.Value;
}
