using System.Text;

namespace LicenseTracker.Api.Importing;

/// <summary>One line of a file, without its end.</summary>
public readonly record struct Line(long Number, string Text, bool TooLong);

/// <summary>Reads lines of bounded length: a file without line ends takes no more memory than any other.</summary>
public sealed class LineReader(TextReader reader, int longest)
{
    private readonly char[] buffer = new char[65_536];
    private int start;
    private int end;
    private long number;

    /// <summary>Null at the end of the file. A line that is too long comes without its text.</summary>
    public Line? Read()
    {
        var text = new StringBuilder();
        var length = 0L;
        while (Fill())
        {
            var found = buffer.AsSpan(start, end - start).IndexOf('\n');
            var part = buffer.AsSpan(start, found < 0 ? end - start : found);
            length += part.Length;
            if (length <= longest)
                text.Append(part);
            start += part.Length + (found < 0 ? 0 : 1);
            if (found >= 0)
                return Make(text, length);
        }

        return length > 0 ? Make(text, length) : null;
    }

    private Line Make(StringBuilder text, long length)
    {
        number++;
        if (length > longest)
            return new(number, "", true);
        if (text.Length > 0 && text[^1] == '\r')
            text.Length--;
        return new(number, text.ToString(), false);
    }

    private bool Fill()
    {
        if (start < end)
            return true;
        (start, end) = (0, reader.Read(buffer, 0, buffer.Length));
        return end > 0;
    }
}
