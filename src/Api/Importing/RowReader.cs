using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Importing;

/// <summary>A row understood: what it says, who may be meant, and the row itself without SSNs; or what is wrong with it.</summary>
/// <param name="Number">The license number for reports; null when absent or not understood.</param>
/// <param name="Ssn">Keyed hashes of SSN and previous SSN; the SSNs themselves are gone.</param>
/// <param name="Raw">The row as it stood, as JSON.</param>
public sealed record ReadRow(
    long Row, long Line, string? Number, RosterRow? Says, ImmutableArray<SsnHash> Ssn, string Raw, ImmutableArray<CellProblem> Problems);

/// <summary>Understands the rows of one file by its profile.</summary>
public sealed class RowReader
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly ImmutableDictionary<string, Profession> Professions = Enum.GetValues<Profession>().ToImmutableDictionary(p => StoredName.Of(p));

    private readonly Profile profile;
    private readonly Jurisdiction jurisdiction;
    private readonly DateOnly retrievedOn;
    private readonly SsnHasher hasher;
    private readonly ImmutableArray<string> header;
    private readonly CellReader?[] readers;
    private readonly ImmutableArray<ProfileColumn> statusColumns;

    public RowReader(Profile profile, Jurisdiction jurisdiction, DateOnly retrievedOn, SsnHasher hasher, IEnumerable<string> header)
    {
        (this.profile, this.jurisdiction, this.retrievedOn, this.hasher, this.header) = (profile, jurisdiction, retrievedOn, hasher, [.. header]);
        readers = [.. this.header.Select(h => profile.Columns.FirstOrDefault(c => c.Name == h) is { } column ? new CellReader(column) : null)];
        statusColumns = [.. profile.StatusColumns];
    }

    public ReadRow Read(SourceRow source)
    {
        if (source.Broken is { } broken)
            return new(source.Number, source.Line, null, null, [], "", [new("ROW_BROKEN", "", $"The row {broken}.")]);

        var problems = new List<CellProblem>();
        var cells = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < readers.Length; i++)
        {
            if (readers[i] is { } reader)
                cells[reader.Column.Name] = reader.Read(source.Cells[i], problems);
        }

        var ssns = new[] { Holds.Ssn, Holds.PreviousSsn }.Select(h => Cell(cells, h)).OfType<string>().ToList();
        RefuseStraySsn(source, ssns, problems);
        foreach (var rule in profile.Never.Where(r => r.Where.All(w => string.Equals(cells.GetValueOrDefault(w.Key), w.Value, StringComparison.OrdinalIgnoreCase))))
            problems.Add(new("CELLS_CONTRADICT", rule.Where.Keys.Order(StringComparer.Ordinal).First(), $"{string.Join(" and ", rule.Where.Keys.Order(StringComparer.Ordinal))}: {rule.Because}."));
        var status = Status(cells, problems);
        var number = NumberOf(cells, source);
        if (problems.Count > 0)
            return new(source.Number, source.Line, problems.Any(p => p.Code == "CELL_HOLDS_SSN") ? null : number, null, [], "", [.. problems]);

        var profession = profile.Profession ?? Professions[Cell(cells, Holds.Profession)!];
        var disciplined = Cell(cells, Holds.Disciplined) is { } said ? bool.Parse(said) : (bool?)null;
        var row = new RosterRow(
            jurisdiction, profession, number, Date(cells, Holds.IssuedOn)!.Value, Date(cells, Holds.RenewedOn), Date(cells, Holds.ExpiresOn)!.Value, status!, disciplined,
            Person(cells), retrievedOn);
        return new(source.Number, source.Line, number, row, [.. ssns.Select(hasher.Hash).OfType<SsnHash>().Distinct()], Raw(source), []);
    }

    private StatusClaim? Status(Dictionary<string, string?> cells, List<CellProblem> problems)
    {
        if (statusColumns.Any(c => problems.Any(p => p.Column == c.Name)))
            return null;
        var words = statusColumns.Select(c => cells.GetValueOrDefault(c.Name) ?? "").ToArray();
        if (profile.Statuses.FirstOrDefault(s => s.Fits(words)) is { } found)
            return new(found.Means, found.Encumbrance, found.Unsure, Words(words));
        return new(RosterStatus.Unknown, null, true, Words(words));
    }

    private static string Words(IEnumerable<string> words) => string.Join(" / ", words.Where(w => w.Length > 0));

    /// <summary>Where numbers are unique within a type of license only, the type as the source writes it is part of the number.</summary>
    private string? NumberOf(Dictionary<string, string?> cells, SourceRow source)
    {
        if (Cell(cells, Holds.Number) is not { } number)
            return null;
        if (profile.NumberSeparator is not { } separator)
            return number;
        var parts = profile.Columns.Where(c => c.PartOfNumber).Select(c => header.IndexOf(c.Name)).Select(i => source.Cells[i].Trim().ToUpperInvariant());
        return string.Join(separator, parts.Append(number));
    }

    private RosterPerson Person(Dictionary<string, string?> cells)
    {
        string? Of(Holds holds) => Cell(cells, holds);
        var place = string.Join(", ", new[] { Of(Holds.City), string.Join(' ', new[] { Of(Holds.State), Of(Holds.PostalCode) }.OfType<string>()) }.Where(p => !string.IsNullOrEmpty(p)));
        var address = string.Join('\n', new[] { Of(Holds.Street), Of(Holds.StreetMore), place }.Where(p => !string.IsNullOrEmpty(p)));
        return new(
            new(Of(Holds.GivenName), Of(Holds.MiddleName), Of(Holds.FamilyName), Of(Holds.Suffix)), Of(Holds.BirthDate), Of(Holds.Npi),
            new(address.Length == 0 ? null : address, Of(Holds.Email), Of(Holds.Phone)));
    }

    /// <summary>The SSN is known to nobody but the matching: a row with one in a column that is read otherwise is refused before anything is kept.</summary>
    private void RefuseStraySsn(SourceRow source, List<string> ssns, List<CellProblem> problems)
    {
        for (var i = 0; i < readers.Length; i++)
        {
            var column = readers[i]?.Column;
            if (column?.Holds is Holds.Ssn or Holds.PreviousSsn || source.Cells[i].Length < 9)
                continue;
            var repeats = ssns.Any(ssn => Digits(source.Cells[i]).Contains(Digits(ssn), StringComparison.Ordinal));
            if (repeats || (column is not null && StraySsn.IsIn(column, source.Cells[i])))
                problems.Add(new("CELL_HOLDS_SSN", header[i], $"{header[i]} holds what looks like an SSN; it belongs in its own column alone."));
        }
    }

    /// <summary>The cells that are kept; the SSN columns are not among them, nor what may be an SSN in a column that nobody reads.</summary>
    private string Raw(SourceRow source)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < readers.Length; i++)
        {
            if (readers[i]?.Column.Holds is not (Holds.Ssn or Holds.PreviousSsn))
                kept[header[i]] = readers[i] is null ? StraySsn.Masked(source.Cells[i]) : source.Cells[i];
        }

        return JsonSerializer.Serialize(kept, Readable);
    }

    private string? Cell(Dictionary<string, string?> cells, Holds holds) => profile.Column(holds) is { } column ? cells.GetValueOrDefault(column.Name) : null;

    private DateOnly? Date(Dictionary<string, string?> cells, Holds holds) =>
        Cell(cells, holds) is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
