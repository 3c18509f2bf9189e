namespace LicenseTracker.Domain;

/// <summary>A data file of the product, or one in its form, is not what it must be: says where and why.</summary>
/// <param name="path">The place inside the file, as <c>$.versions[0].hour</c>.</param>
public sealed class DataMistakeException(string file, string path, string reason, Exception? inner = null) : FormatException($"{file}: {path}: {reason}", inner)
{
    public string Path { get; } = path;

    public string Reason { get; } = reason;
}
