namespace LicenseTracker.Domain.Rules;

/// <summary>How much a rule asks for or allows: hours, or a share of the total that is required.</summary>
/// <param name="Percent">Of the required total; null where <paramref name="Hours"/> says it.</param>
public readonly record struct Amount(Hours? Hours, int? Percent)
{
    public static Amount Of(Hours hours) => new(hours, null);

    public static Amount OfTotal(int percent) => new(null, percent);

    /// <summary>The amount in hours, given the total that is required.</summary>
    public Hours In(Hours total) => Hours ?? total.Times(Percent!.Value, 100);

    public override string ToString() => Hours is { } hours ? $"{hours} hours" : $"{Percent} % of the total";
}
