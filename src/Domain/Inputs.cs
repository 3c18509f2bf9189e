namespace LicenseTracker.Domain;

/// <summary>The limits of form that every input is held to, and what is answered when one is broken.</summary>
public static class Inputs
{
    public static readonly DateOnly FirstDate = new(1900, 1, 1);
    public static readonly DateOnly LastDate = new(2200, 1, 1);

    public const int LongestNumber = 100;
    public const int LongestName = 200;
    public const int LongestNote = 4000;

    public static readonly Refusal TextMissing = new("TEXT_MISSING", "This text is required. Give at least one letter or digit.");
    public static readonly Refusal TextTooLong = new("TEXT_TOO_LONG", "This text is too long. Shorten it.");

    public static readonly Refusal TextUnprintable =
        new("TEXT_UNPRINTABLE", "This text holds control characters or broken Unicode. Remove them.");

    public static readonly Refusal DateOutOfRange =
        new("DATE_OUT_OF_RANGE", "Dates run from 1900-01-01 to 2200-01-01. Check the year.");

    public static readonly Refusal EndBeforeStart =
        new("TERM_END_BEFORE_START", "The last day lies before the first. Swap or correct the dates.", "expiresOn");

    /// <summary>Printable text: no control characters (line breaks and tabs only where text may have lines), no lone surrogates.</summary>
    public static bool IsPrintable(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && !(lines && text[i] is '\n' or '\r' or '\t')))
                return false;
        }

        return true;
    }
}
