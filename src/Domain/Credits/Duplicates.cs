namespace LicenseTracker.Domain.Credits;

/// <summary>Finds credits of one therapist that seem to be for one and the same course.</summary>
public static class Duplicates
{
    /// <summary>Those of the others, not withdrawn, with the same certificate, or the same course of the same provider completed on the same date.</summary>
    public static IEnumerable<CreditRecord> Of(CreditDeclaration declared, IEnumerable<CreditRecord> others) =>
        others.Where(o => o.Status != CreditStatus.Withdrawn && AreAlike(declared, o.Declaration));

    private static bool AreAlike(CreditDeclaration a, CreditDeclaration b) =>
        (a.CertificateSha256 is { } hash && hash == b.CertificateSha256)
        || (a.CompletedOn == b.CompletedOn && Key(a.CourseTitle) == Key(b.CourseTitle) && Key(a.Provider.Name) == Key(b.Provider.Name));

    /// <summary>Letters and digits only, whatever the case: people type titles in many ways.</summary>
    private static string Key(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
