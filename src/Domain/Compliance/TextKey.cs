using System.Text;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Names as people type them, in one form.</summary>
internal static class TextKey
{
    /// <summary>Letters and digits only, whatever the case.</summary>
    public static string Of(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
