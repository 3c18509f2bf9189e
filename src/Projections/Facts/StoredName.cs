using System.Text.Json;

namespace LicenseTracker.Projections.Facts;

/// <summary>An enumeration's value as it is stored, in facts and views alike: the contract's own spelling.</summary>
public static class StoredName
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
