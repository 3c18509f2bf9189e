namespace LicenseTracker.Domain.Credits;

/// <summary>What every declaration is held to.</summary>
/// <param name="Categories">The categories that there are.</param>
/// <param name="LatestToday">The latest date that it is anywhere: nothing was completed after it.</param>
public sealed record DeclarationLimits(CreditCategories Categories, DateOnly LatestToday)
{
    private static readonly TimeSpan LatestOffset = TimeSpan.FromHours(14);

    public static DeclarationLimits At(CreditCategories categories, DateTimeOffset now) =>
        new(categories, DateOnly.FromDateTime(now.ToOffset(LatestOffset).DateTime));
}

/// <summary>What is impossible and what is doubtful about a declaration, the same for a submission, a resubmission and a correction of either.</summary>
public static class DeclarationRules
{
    public static readonly Hours Most = Hours.Of(1_000);

    public const int MostCategories = 30;
    private const int Sha256Characters = 64;

    public static readonly Refusal InFuture = new("CREDIT_COMPLETED_IN_FUTURE", "The course is not completed yet. Submit it once it is.", "completedOn");
    public static readonly Refusal StartsAfterEnd = new("CREDIT_STARTS_AFTER_COMPLETION", "A course begins before it is completed, or on the same day.", "startedOn");
    public static readonly Refusal NoHours = new("CREDIT_HOURS_MISSING", "Give the hours of at least one category.", "hours");
    public static readonly Refusal NotPositive = new("CREDIT_HOURS_NOT_POSITIVE", "Hours are more than zero. Leave out what has none.", "hours");
    public static readonly Refusal TooMany = new("CREDIT_HOURS_TOO_MANY", "One course has at most 1,000 hours and 30 categories. Check the figures.", "hours");
    public static readonly Refusal Repeated = new("CREDIT_CATEGORY_REPEATED", "A category is given twice. Give its hours once.", "hours");

    public static readonly Refusal CategoryUnknown =
        new("CREDIT_CATEGORY_UNKNOWN", "There is no such category. creditCategories lists those that there are.", "hours");

    public static readonly Refusal ActivityUnknown =
        new("CREDIT_ACTIVITY_UNKNOWN", "There is no such activity. creditActivities lists those that there are.", "activity");

    public static readonly Refusal HandsOnOverTotal =
        new("CREDIT_HANDS_ON_OVER_TOTAL", "More hours hands-on than in all. Correct one of the figures.", "handsOnHours");

    public static readonly Refusal HourMinutesUnknown =
        new("CREDIT_HOUR_MINUTES_UNKNOWN", "An hour of education has 60 minutes, or 50 where the certificate counts so.", "hourMinutes");

    public static readonly Refusal HashMalformed =
        new("CREDIT_CERTIFICATE_HASH_MALFORMED", "A SHA-256 hash is written with 64 hexadecimal digits.", "certificateSha256");

    public static readonly Refusal StatedInCeu = new(
        "CREDIT_STATED_IN_CEU",
        "The certificate counts in CEU, which is ten hours with most bodies and one hour with some. Nothing is converted: the hours stand as declared.",
        "statedAs");

    internal static CreditDeclaration Trim(CreditDeclaration d) => d with
    {
        CourseTitle = d.CourseTitle.Trim(),
        CourseNumber = Trim(d.CourseNumber),
        Provider = new(d.Provider.Name.Trim(), Trim(d.Provider.ApprovalBody), Trim(d.Provider.ApprovalNumber)),
        StatedAs = Trim(d.StatedAs),
        CertificateSha256 = Trim(d.CertificateSha256)?.ToLowerInvariant(),
    };

    internal static Check Judge(CreditDeclaration d, DeclarationLimits limits) => Check.Begin
        .Text(d.CourseTitle, Inputs.LongestName, "courseTitle")
        .OptionalText(d.CourseNumber, Inputs.LongestNumber, lines: false, "courseNumber")
        .Text(d.Provider.Name, Inputs.LongestName, "provider", "name")
        .OptionalText(d.Provider.ApprovalBody, Inputs.LongestName, lines: false, "provider", "approvalBody")
        .OptionalText(d.Provider.ApprovalNumber, Inputs.LongestNumber, lines: false, "provider", "approvalNumber")
        .OptionalText(d.StatedAs, Inputs.LongestNumber, lines: false, "statedAs")
        .Date(d.CompletedOn, "completedOn")
        .Refuse(d.CompletedOn > limits.LatestToday, InFuture)
        .Date(d.StartedOn, "startedOn")
        .Refuse(d.StartedOn > d.CompletedOn, StartsAfterEnd)
        .Refuse(d.LawOf is { } law && !Enum.IsDefined(law), Refusals.InvalidInput("There is no such jurisdiction.", "lawOf"))
        .Refuse(!Enum.IsDefined(d.Delivery), Refusals.InvalidInput("This is no way in which courses are given.", "delivery"))
        .Refuse(!CreditActivities.Contains(d.Activity), ActivityUnknown)
        .Refuse(d.HourMinutes is not (50 or 60), HourMinutesUnknown)
        .Refuse(d.CertificateSha256 is { } hash && !(hash.Length == Sha256Characters && hash.All(char.IsAsciiHexDigitLower)), HashMalformed)
        .And(JudgeHours(d, limits.Categories))
        .Warn(IsStatedInCeu(d), StatedInCeu);

    /// <summary>Whether what is declared seems to have been counted in CEU on paper.</summary>
    public static bool IsStatedInCeu(CreditDeclaration d) => NamesCeu(d.StatedAs) || NamesCeu(d.CourseTitle);

    private static Check JudgeHours(CreditDeclaration d, CreditCategories categories)
    {
        if (d.Hours.IsDefaultOrEmpty)
            return Check.Begin.Refuse(true, NoHours);
        if (d.Hours.Length > MostCategories || d.Hours.Any(h => h.Hours > Most) || CreditDeclaration.Total(d) > Most)
            return Check.Begin.Refuse(true, TooMany);
        return Check.Begin
            .Refuse(d.Hours.Any(h => h.Hours <= Hours.Zero), NotPositive)
            .Refuse(d.Hours.Any(h => !categories.Contains(h.Category)), CategoryUnknown)
            .Refuse(d.Hours.DistinctBy(h => h.Category).Count() != d.Hours.Length, Repeated)
            .Refuse(d.HandsOn < Hours.Zero, NotPositive.At("handsOnHours"))
            .Refuse(d.HandsOn > CreditDeclaration.Total(d), HandsOnOverTotal);
    }

    private static bool NamesCeu(string? text) =>
        text is not null && text.Split([.. text.Where(c => !char.IsLetter(c)).Distinct()]).Any(w => w.ToUpperInvariant() is "CEU" or "CEUS");

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
