using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Importing;

/// <summary>Reads profiles. Anything missing, unknown or malformed stops it, naming file, path and reason.</summary>
public static class ProfileReader
{
    private const string Folder = "Profiles.";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };

    /// <summary>The profiles that come with the program, by name.</summary>
    public static IReadOnlyList<Profile> Shipped()
    {
        var assembly = typeof(ProfileReader).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            return Read(name[Folder.Length..], stream);
        })];
    }

    public static Profile Read(string file, Stream stream)
    {
        Profile profile;
        try
        {
            profile = JsonSerializer.Deserialize<Profile>(stream, Options) ?? throw Malformed(file, "$", "is null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}: {e.Path ?? "$"} is malformed: {e.Message}", e);
        }

        Check(file, profile);
        return profile;
    }

    private static void Check(string file, Profile profile)
    {
        Require($"{profile.Name}.json" == file, file, "$.name", $"is '{profile.Name}', not the file's name");
        for (var i = 0; i < profile.Columns.Length; i++)
            Check(file, $"$.columns[{i}]", profile, profile.Columns[i]);
        foreach (var needed in (Holds[])[Holds.Number, Holds.Status, Holds.IssuedOn, Holds.ExpiresOn])
            Require(profile.Column(needed) is not null, file, "$.columns", $"has none that holds {needed}");
        Require((profile.Profession is null) != (profile.Column(Holds.Profession) is null), file, "$.profession", "is given either here or by one column");
        Require((profile.NumberSeparator is null) != profile.Columns.Any(c => c.PartOfNumber), file, "$.numberSeparator", "goes with a column that is partOfNumber");

        for (var i = 0; i < profile.Never.Length; i++)
        {
            foreach (var column in profile.Never[i].Where.Keys)
                Require(profile.Columns.Any(c => c.Name == column), file, $"$.never[{i}].where", $"names no column of the profile: '{column}'");
        }

        Require(!profile.Statuses.IsEmpty, file, "$.statuses", "is empty");
        var count = profile.StatusColumns.Count();
        for (var i = 0; i < profile.Statuses.Length; i++)
        {
            var status = profile.Statuses[i];
            Require(status.Words.Length == count, file, $"$.statuses[{i}].words", $"needs {count} words, one for each status column");
            Require(!profile.Statuses.Take(i).Any(s => s.Covers(status)), file, $"$.statuses[{i}]", "is never reached: an earlier entry fits the same words");
        }
    }

    private static void Check(string file, string path, Profile profile, ProfileColumn column)
    {
        Require(column.Name.Length > 0 && column.Name == column.Name.Trim(), file, path + ".name", "is empty or padded");
        Require(profile.Columns.Count(c => string.Equals(c.Name, column.Name, StringComparison.OrdinalIgnoreCase)) == 1, file, path + ".name", $"'{column.Name}' stands twice");
        Require(
            column.Holds == Holds.CheckedOnly || profile.Columns.Count(c => c.Holds == column.Holds) == 1, file, path + ".holds", $"{column.Holds} stands twice");
        Require(column.Pattern is null == column.Form is null, file, path + ".pattern", "and form go together");
        Require(column.Pattern is null || IsPattern(column.Pattern), file, path + ".pattern", "is no pattern");
        var isDate = column.Holds is Holds.BirthDate or Holds.IssuedOn or Holds.RenewedOn or Holds.ExpiresOn;
        Require(isDate == column.Dates is { IsEmpty: false }, file, path + ".dates", "stand with columns of dates and only there");
        foreach (var form in column.Dates ?? [])
            Require(IsDateForm(form), file, path + ".dates", $"holds '{form}', which is no form of date");
        var needsValues = column.Holds is Holds.Profession or Holds.Disciplined;
        Require(!needsValues || column.Values is { IsEmpty: false }, file, path + ".values", "are needed here");
        foreach (var value in column.Values?.Values ?? [])
        {
            Require(column.Holds != Holds.Profession || IsProfession(value), file, path + ".values", $"holds '{value}', which is no profession");
            Require(column.Holds != Holds.Disciplined || bool.TryParse(value, out _), file, path + ".values", $"holds '{value}', which is neither true nor false");
        }
    }

    private static bool IsProfession(string value) => Enum.GetValues<Profession>().Any(p => StoredName.Of(p) == value);

    private static bool IsDateForm(string form)
    {
        var day = new DateOnly(2001, 1, 1);
        try
        {
            var written = day.ToDateTime(TimeOnly.MinValue).ToString(form, CultureInfo.InvariantCulture);
            return DateTime.TryParseExact(written, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && DateOnly.FromDateTime(read) == day;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking) is not null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static void Require(bool holds, string file, string path, string reason)
    {
        if (!holds)
            throw Malformed(file, path, reason);
    }

    private static InvalidDataException Malformed(string file, string path, string reason) => new($"{file}: {path} {reason}.");
}
