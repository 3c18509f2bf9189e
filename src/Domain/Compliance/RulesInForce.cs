using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Hours that a cycle asks for: a total, or a minimum of a kind.</summary>
/// <param name="Required">Null: unknown.</param>
internal sealed record Demand(Requirement Source, Hours? Required)
{
    public string Code => Source.Code;

    public AtLeast? Minimum => Source as AtLeast;

    public bool IsTotal => Source is TotalHours or AccruedHours;
}

/// <summary>The most hours of a kind that count.</summary>
/// <param name="Most">Null: unknown.</param>
internal sealed record Limit(AtMost Source, Hours? Most);

/// <summary>Why a requirement is not asked for.</summary>
internal sealed record Waiver(string Message, ExemptionId? Exemption);

/// <summary>What a version asks of one license in one cycle, once windows, waivers, the first renewal, alternatives and exemptions have acted.</summary>
internal sealed class RulesInForce
{
    private readonly ComplianceQuestion _question;
    private readonly Reading _reading;
    private readonly Dictionary<string, Waiver> _waived = [];
    private readonly Dictionary<string, Hours> _reduced = [];
    private FirstDemand? _first;

    private RulesInForce(ComplianceQuestion question, Reading reading)
    {
        (_question, _reading) = (question, reading);
        var overrides = question.Rules.Overrides.Where(o => Applies.Acts(o, question) is true).ToArray();

        // What an override puts in the place of a requirement has its code and is asked for.
        var puts = overrides.SelectMany(o => o.Puts).ToArray();
        var put = puts.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var change in overrides)
            Waive(change.Suspends.Where(code => !put.Contains(code)), $"Not asked for: {change.Title}.");
        Requirements =
        [
            .. question.Rules.Requirements.Where(r => !put.Contains(r.Code)).Concat(puts).Where(r => reading.Burdens(Applies.Binds(r, question))),
        ];
        TakeFirstRenewal();
        foreach (var alternative in Requirements.OfType<Alternative>().Where(a => IsHeld(a.Credential)))
            Waive(alternative.InsteadOf, $"Not asked for: {alternative.Heading.Title}.");
        foreach (var exemption in question.Exemptions)
            TakeExemption(exemption);
        WaiveWhatLiesWithin();
        Demands = [.. MakeDemands()];
        Limits = [.. Requirements.OfType<AtMost>().Where(IsAsked).Select(l => new Limit(l, InHours(l.Amount, l.Heading.Applies.Occasion, l.Heading.Window)))];
    }

    /// <summary>Those that bind this license in this cycle, waived ones too.</summary>
    public ImmutableArray<Requirement> Requirements { get; }

    /// <summary>Totals and minimums that are asked for.</summary>
    public ImmutableArray<Demand> Demands { get; }

    public ImmutableArray<Limit> Limits { get; }

    /// <summary>Codes of the minimums that the total is made of; empty: any hours fill it.</summary>
    public ImmutableArray<string> Parts { get; private set; } = [];

    /// <summary>The total that shares are of; null: unknown, or there is none.</summary>
    public Hours? Total { get; private set; }

    /// <summary>The total is that of a first renewal.</summary>
    public bool IsSetByFirstRenewal => _first?.Total is not null;

    public static RulesInForce Of(ComplianceQuestion question, Reading reading) => new(question, reading);

    public Waiver? WaiverOf(string code) => _waived.GetValueOrDefault(code);

    public bool IsAsked(Requirement requirement) => !_waived.ContainsKey(requirement.Code);

    /// <summary>Whether something is held on the day the renewal needs it.</summary>
    public bool IsHeld(HeldCredential credential) =>
        (_question.Cycle.LastDay ?? _question.On) is var day && _question.Credentials.Any(c => c.Credential == credential && c.From <= day && !(c.To < day));

    private void Waive(IEnumerable<string> codes, string message, ExemptionId? exemption = null)
    {
        foreach (var code in codes)
            _waived.TryAdd(code, new(message, exemption));
    }

    private void TakeFirstRenewal()
    {
        _first = FirstTotal.Of(_question, _reading);
        if (_first is null)
            return;
        const string Message = "Not asked for at the first renewal.";
        Waive(_first.Waives, Message);
        if (_first.Kind is FirstDemandKind.NoHours)
            Waive(Requirements.Where(r => r is TotalHours or AccruedHours or AtLeast && !_first.Keeps.Contains(r.Code)).Select(r => r.Code), Message);
    }

    private void TakeExemption(ApprovedExemption exemption)
    {
        var cycle = _question.Cycle;

        // The record does not say what an exemption for only a part of the cycle is worth.
        bool? covers = cycle.LastDay is not { } due ? null
            : exemption.From <= due && due <= exemption.To ? true
            : exemption.From <= due && !(exemption.To < cycle.Start) ? null
            : false;
        if (!_reading.Helps(covers))
            return;
        var codes = Requirements
            .Where(r => exemption.Requirement is { } code ? r.Code == code : r is TotalHours or AccruedHours or AtLeast or TrainingDone)
            .Where(r => exemption.Waives is null || exemption.Requirement is not null || r is TotalHours or AccruedHours)
            .Select(r => r.Code).ToArray();
        if (exemption.Waives is not { } hours)
        {
            Waive(codes, "Not asked for: the board approved an exemption.", exemption.Id);
            return;
        }

        foreach (var code in codes)
        {
            _reduced[code] = _reduced.GetValueOrDefault(code) + hours;
            Applied.Add(new(exemption.Id, code));
        }
    }

    /// <summary>Exemptions that lowered a figure; those that removed a requirement are its waiver.</summary>
    public List<ExemptionApplied> Applied { get; } = [];

    /// <summary>What must lie within hours that are not asked for is not asked for.</summary>
    private void WaiveWhatLiesWithin()
    {
        while (Requirements.FirstOrDefault(r => IsAsked(r) && Inside(r) is { } code && !IsKept(r)
            && WaiverOf(code) is not null && Requirements.Any(w => w.Code == code && w is AtLeast or AtMost)) is { } within)
            _waived.Add(within.Code, _waived[Inside(within)!]);
    }

    private bool IsKept(Requirement requirement) => _first?.Keeps.Contains(requirement.Code) is true;

    private static string? Inside(Requirement requirement) => requirement switch
    {
        AtLeast r => r.Inside,
        AtMost r => r.Inside,
        _ => null,
    };

    private IEnumerable<Demand> MakeDemands()
    {
        var totals = Requirements.Where(r => r is TotalHours or AccruedHours).Select(r => new Demand(r, TotalOf(r))).ToArray();
        Total = totals.FirstOrDefault()?.Required;
        totals = [.. totals.Where(t => IsAsked(t.Source))];
        if (_first is null)
            Parts = totals.Select(t => t.Source).OfType<TotalHours>().FirstOrDefault(t => !t.Parts.IsEmpty)?.Parts ?? [];
        return totals.Concat(Requirements.OfType<AtLeast>().Where(IsAsked)
            .Select(m => new Demand(m, Less(m.Code, InHours(m.Amount, m.Heading.Applies.Occasion, m.Heading.Window)))));
    }

    private Hours? TotalOf(Requirement total)
    {
        var full = total switch
        {
            TotalHours t => t.Minimum.TryGet(out var hours) ? Times(hours, t.Heading.Applies.Occasion, t.Heading.Window) : null,
            AccruedHours a => a.PerMonth.TryGet(out var hours) && _question.Cycle is { Start: { } start, LastDay: { } due }
                ? hours.Times(Spans.MonthsBegun(Spans.Later(a.Since, start), due), 1) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(total), total, "No total."),
        };
        if (_first is { Total: { } other })
        {
            // A total that grows with the time licensed never outgrows the full one, unless the rule names its own limit.
            var isCapped = _question.Rules.FirstRenewal is ProratedAtFirst { AtMost: null };
            return Less(total.Code, !other.TryGet(out var hours) ? null : !isCapped ? hours : full is { } most ? Hours.Min(hours, most) : null);
        }

        // A part that is waived leaves the total that is made of it.
        var waived = total is TotalHours made ? Requirements.OfType<AtLeast>().Where(r => made.Parts.Contains(r.Code) && !IsAsked(r)).ToArray() : [];
        foreach (var part in waived)
            full = part.Amount.TryGet(out var amount) && amount.Hours is { } size ? full?.Less(size) : null;
        return Less(total.Code, full);
    }

    private Hours? Less(string code, Hours? hours) => hours?.Less(_reduced.GetValueOrDefault(code));

    private Hours? InHours(Figure<Amount> figure, Occasion occasion, Effective? window) =>
        !figure.TryGet(out var amount) ? null
        : amount.Hours is { } hours ? Times(hours, occasion, window)
        : Total is { } total ? amount.In(total)
        : null;

    /// <summary>What is asked for each year is asked for each year begun of the cycle since it took effect.</summary>
    private Hours? Times(Hours hours, Occasion occasion, Effective? window) =>
        occasion.Kind is not OccasionKind.PerYear ? hours
        : _question.Cycle is { Start: { } start, End: { } end } ? hours.Times(Spans.PartsBegun(Spans.Later(start, window?.From ?? start), end, 12), 1)
        : null;
}
