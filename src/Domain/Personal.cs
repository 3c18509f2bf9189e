using System.Diagnostics.CodeAnalysis;

namespace LicenseTracker.Domain;

/// <summary>
/// Personal text of one therapist inside a fact. A caller gives it in clear; before it is stored it is sealed into an opaque
/// envelope that the Domain carries and cannot open. Both absent: the source has none.
/// </summary>
/// <param name="Clear">The text as a caller gave it; null once sealed.</param>
/// <param name="Envelope">The sealed envelope as stored; null until sealed.</param>
public readonly record struct Personal(string? Clear, string? Envelope)
{
    public static readonly Personal None;

    public static Personal Of(string? text) => new(string.IsNullOrWhiteSpace(text) ? null : text.Trim(), null);

    public static Personal Sealed(string envelope) => new(null, envelope);

    [MemberNotNullWhen(false, nameof(Clear))]
    private bool HasNoClear => Clear is null;

    /// <summary>The source has no such text.</summary>
    public bool IsNone => HasNoClear && Envelope is null;

    /// <summary>Never the text: messages and logs print values.</summary>
    public override string ToString() => IsNone ? "(none)" : "(personal)";
}

/// <summary>Seals one named field of a fact; the name is bound into the envelope.</summary>
public delegate Personal Seal(string field, Personal text);
